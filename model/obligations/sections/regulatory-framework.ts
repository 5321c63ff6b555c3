import { cite } from "../cite.js";
import type { Obligation } from "../types.js";

export const REGULATORY_FRAMEWORK = [
  {
    id: "OBL-REG-1",
    title: "Know which rules apply",
    statement:
      "For every product and every market it is sold in, the provider decides from stated facts which laws and standards apply and which do not, and leaves no fact unknown.",
    section: "regulatory-framework",
    derived: false,
    class: "partly",
    provisions: [
      ...cite({
        "eu-cra": ["Art. 2", "Art. 3", "Art. 7", "Art. 8"],
        "uk-psti": ["s. 4", "s. 5", "s. 6", "s. 7"],
        "eu-nis2": ["Art. 2", "Art. 3"],
        "eu-gdpr": ["Art. 3"],
        "etsi-en-303-645@3.1.3": ["5.3-16"],
        "etsi-en-303-645@2.1.1": ["5.3-16"],
      }),
    ],
    conceptual: { by: "documents", inputs: ["applicability", "product"], attestation: "ATT-01" },
    functional: { by: "attestation", scenarios: [], attestation: "ATT-01" },
  },
  {
    id: "OBL-REG-2",
    title: "Meet the baseline",
    statement: "Every mandatory provision of the baselines that apply to a product is met by a control that has current evidence.",
    section: "regulatory-framework",
    derived: false,
    class: "partly",
    provisions: [
      ...cite({
        "etsi-en-303-645@3.1.3": ["all mandatory provisions", "5.6-3", "5.6-4A", "5.6-4B", "5.6-8"],
        "etsi-en-303-645@2.1.1": ["all mandatory provisions", "5.6-3", "5.6-4", "5.6-8"],
        "nist-ir-8259a": ["all capabilities"],
        "uk-psti": ["SI 2023/1007 Sch. 1"],
        "eu-cra": ["Annex I"],
        "us-iot-act-2020": ["s. 4"],
      }),
    ],
    conceptual: { by: "documents", inputs: ["catalogue", "results", "conformance-statement"] },
    functional: {
      by: "real-device",
      scenarios: [],
      attestation: "ATT-08",
      limits: "Ports, debug interfaces and memory protection are properties of the hardware; a simulated fleet has none.",
    },
  },
  {
    id: "OBL-REG-3",
    title: "Justify unmet recommendations",
    statement:
      "Each recommendation of the standard that a product does not follow is recorded with the reason, the person who decided and the date.",
    section: "regulatory-framework",
    derived: true,
    class: "machine",
    provisions: cite({ "etsi-en-303-645@3.1.3": ["5.0-1"], "etsi-en-303-645@2.1.1": ["4-1"] }),
    conceptual: { by: "documents", inputs: ["conformance-statement"] },
    functional: { by: "records", scenarios: [] },
  },
  {
    id: "OBL-REG-4",
    title: "Follow changing law",
    statement: "The list of laws is reviewed at least every 90 days, and no law past its date of application is still treated as planned.",
    section: "regulatory-framework",
    derived: false,
    class: "partly",
    provisions: cite({ "eu-nis2": ["Art. 21(2)(f)"] }),
    conceptual: { by: "documents", inputs: ["catalogue", "applicability"], attestation: "ATT-02" },
    functional: { by: "records", scenarios: [], attestation: "ATT-02" },
  },
  {
    id: "OBL-REG-5",
    title: "Let the rules drive the work",
    statement:
      "Each law that applies leads to at least one control in development, in incident response and in the supply chain, and no control stands without a provision behind it.",
    section: "regulatory-framework",
    derived: false,
    class: "machine",
    provisions: cite({ "eu-cra": ["Art. 13"], "eu-nis2": ["Art. 21"] }),
    conceptual: { by: "documents", inputs: ["catalogue", "applicability"] },
    functional: { by: "none", scenarios: [], limits: "A traceability matrix has no behaviour to test." },
  },
] as const satisfies readonly Obligation[];
