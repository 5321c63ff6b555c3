import type { RegimeId } from "./regimes.js";
import type { ScenarioId } from "./scenarios.js";

/** The ten subjects of an IoT provider's duties, in catalogue order. */
export const SECTIONS = [
  { id: "regulatory-framework", prefix: "REG", title: "Regulatory framework" },
  { id: "risk-management", prefix: "RISK", title: "Risk management" },
  { id: "data-protection", prefix: "DATA", title: "Data protection and privacy" },
  { id: "secure-development", prefix: "SDLC", title: "Secure firmware and software development" },
  { id: "identity-and-access", prefix: "IAM", title: "Identity and access management" },
  { id: "incident-response", prefix: "INC", title: "Incident response and reporting" },
  { id: "supply-chain", prefix: "SUP", title: "Supply chain and third parties" },
  { id: "consumer-safeguards", prefix: "CONS", title: "Consumer safeguards and monitoring after sale" },
  { id: "penalties", prefix: "PEN", title: "Penalties and legal consequences" },
  { id: "emerging-trends", prefix: "TRD", title: "Emerging trends" },
] as const;
export type SectionId = (typeof SECTIONS)[number]["id"];

/**
 * How far a machine can go. `machine`: rules and rehearsals or logs can show it. `partly`: a machine checks presence, consistency and
 * freshness, a person attests the substance. `organisational`: only an attestation speaks to it; no technical rule may ever satisfy it.
 * `alias`: restates other obligations.
 */
export const OBLIGATION_CLASSES = ["machine", "partly", "organisational", "alias"] as const;
export type ObligationClass = (typeof OBLIGATION_CLASSES)[number];

/** A place in a law or standard. `ref` is the regime's own numbering: `Art. 14(1)`, `5.3-10`, `Sch. 1 para 3`. */
export interface Provision {
  readonly regime: RegimeId;
  readonly ref: string;
}

/** What a conceptual objective is judged on: Terraform, a document kind of the dossier, or a file of the build. */
type ObligationInput =
  | "terraform"
  | "catalogue"
  | "results"
  | "applicability"
  | "product"
  | "fleet"
  | "release"
  | "rollout"
  | "risk-register"
  | "privacy-record"
  | "vendor-register"
  | "access-review"
  | "incident-plan"
  | "incident"
  | "conformance-statement"
  | "orders"
  | "sbom"
  | "vex"
  | "sarif"
  | "attestation";

/** Kinds of attestation, by what they speak about. */
export const ATTESTATIONS = {
  "ATT-01": "Applicability of laws, by product and market",
  "ATT-02": "Horizon scan of coming law",
  "ATT-03": "Risk assessment and threat model",
  "ATT-04": "Policies, process, coding standard, technical file",
  "ATT-05": "Training",
  "ATT-06": "Privacy notices, lawful basis, anonymisation",
  "ATT-07": "Data protection impact assessment",
  "ATT-08": "Test of a real device: boot, storage, ports, memory, label",
  "ATT-09": "Access review",
  "ATT-10": "Response plan and exercise",
  "ATT-11": "Review after an incident",
  "ATT-12": "Vendor assessment or audit",
  "ATT-13": "Contract clauses",
  "ATT-14": "User guidance and update plan",
  "ATT-15": "Orders and corrective action",
} as const;
export type AttestationType = keyof typeof ATTESTATIONS;

/** Is the declared design right? (TS 103 701: conceptual test). */
export interface ConceptualObjective {
  /** `rules`: Rego over Terraform. `documents`: checks over dossier documents. `attestation`: a person's signed claim. */
  readonly by: "rules" | "documents" | "attestation" | "none";
  readonly inputs: readonly ObligationInput[];
  /** Needed beside the machine's part (`partly`), or alone (`by: attestation`). */
  readonly attestation?: AttestationType;
}

/**
 * Does it behave so? (TS 103 701: functional test). `rehearsal`: the simulator. `real-device`: only a test of the product itself; a
 * simulated device leaves it not evaluated. `records`: files of real operation (logs, tickets, submissions).
 */
export interface FunctionalObjective {
  readonly by: "rehearsal" | "real-device" | "records" | "attestation" | "none";
  /** Rehearsals that speak to it. With `by: real-device` they show the backend's side only and never satisfy the objective. */
  readonly scenarios: readonly ScenarioId[];
  readonly attestation?: AttestationType;
  /** What the evidence named above cannot show. */
  readonly limits?: string;
}

export interface Obligation {
  readonly id: `OBL-${(typeof SECTIONS)[number]["prefix"]}-${number}`;
  readonly title: string;
  readonly statement: string;
  readonly section: SectionId;
  /** Not in the legal overview the catalogue began from, but needed by a law it points at. */
  readonly derived: boolean;
  readonly class: ObligationClass;
  /** Ids of the obligations an alias restates. */
  readonly aliasOf?: readonly string[];
  /** Empty when no law known to us asks for it by name. */
  readonly provisions: readonly Provision[];
  readonly conceptual: ConceptualObjective;
  readonly functional: FunctionalObjective;
}
