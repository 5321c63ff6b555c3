import { cite, en } from "../cite.js";
import type { Obligation } from "../types.js";

export const PENALTIES = [
  {
    id: "OBL-PEN-1",
    title: "Know the exposure",
    statement:
      "For each failing control the provider knows the upper limit of the fine under each law that applies, shown as a limit and never as a forecast.",
    section: "penalties",
    derived: false,
    class: "machine",
    provisions: cite({ "eu-cra": ["Art. 64"], "eu-gdpr": ["Art. 83"], "eu-nis2": ["Art. 34"], "uk-psti": ["s. 36", "s. 38"] }),
    conceptual: { by: "documents", inputs: ["results", "applicability"] },
    functional: { by: "none", scenarios: [], limits: "A calculation has no behaviour to test." },
  },
  {
    id: "OBL-PEN-2",
    title: "Carry out orders",
    statement: "Each order of an authority has a deadline, steps, evidence and a status.",
    section: "penalties",
    derived: false,
    class: "partly",
    provisions: cite({
      "eu-cra": ["Art. 13(21)", "Art. 13(22)", "Art. 54"],
      "uk-psti": ["s. 28", "s. 29", "s. 30"],
      "eu-gdpr": ["Art. 58"],
    }),
    conceptual: { by: "documents", inputs: ["orders"], attestation: "ATT-15" },
    functional: { by: "attestation", scenarios: [], attestation: "ATT-15" },
  },
  {
    id: "OBL-PEN-3",
    title: "Notice repetition",
    statement: "A control that fails in two periods, or a waiver renewed twice, is raised to a higher level.",
    section: "penalties",
    derived: false,
    class: "machine",
    provisions: cite({ "eu-gdpr": ["Art. 83(2)(e)"], "eu-cra": ["Art. 64(5)"] }),
    conceptual: { by: "documents", inputs: ["results"] },
    functional: { by: "records", scenarios: [] },
  },
  {
    id: "OBL-PEN-4",
    title: "Show due care",
    statement: "Every known critical risk has a dated decision by an accountable person, kept for the years in which someone may ask.",
    section: "penalties",
    derived: false,
    class: "partly",
    provisions: cite({ "eu-gdpr": ["Art. 82"], "eu-pld": ["liability for damage"], "us-ca-ccpa": ["1798.150"] }),
    conceptual: { by: "documents", inputs: ["risk-register", "terraform"], attestation: "ATT-03" },
    functional: { by: "attestation", scenarios: [], attestation: "ATT-03" },
  },
  {
    id: "OBL-PEN-5",
    title: "Be able to stop, withdraw and recall",
    statement: "For each batch the provider can locate the devices, stop sale and rollout, isolate them, and reach their owners.",
    section: "penalties",
    derived: false,
    class: "machine",
    provisions: [
      ...cite({ "eu-cra": ["Art. 13(21)"], "uk-psti": ["s. 30"], "au-smart-devices": ["recall notice"] }),
      ...en("5.3-15A", "5.3-15B"),
    ],
    conceptual: { by: "documents", inputs: ["fleet", "product"] },
    functional: { by: "rehearsal", scenarios: ["SIM-09b"] },
  },
  {
    id: "OBL-PEN-6",
    title: "Manage vulnerabilities in the open",
    statement:
      "A public policy gives anyone a free contact in English, without asking for personal data, and says when reports are acknowledged and answered.",
    section: "penalties",
    derived: false,
    class: "machine",
    provisions: [
      ...en("5.2-1"),
      ...cite({
        "uk-psti": ["SI 2023/1007 Sch. 1 para 2"],
        "eu-cra": ["Annex I Part II (5)", "Annex I Part II (6)", "Art. 13(17)"],
        "iso-iec-29147": ["6.2.2", "6.2.5", "6.5"],
        "us-iot-act-2020": ["s. 5"],
      }),
    ],
    conceptual: { by: "documents", inputs: ["product"] },
    functional: { by: "records", scenarios: [], limits: "Time to acknowledge is measured by a report sent to the live contact." },
  },
] as const satisfies readonly Obligation[];
