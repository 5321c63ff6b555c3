import type { AttackKind } from "../scenarios/schema.js";

/** What an attack is, as data. Ids: MITRE ATT&CK, ICS matrix T0xxx, Enterprise T1xxx. */
export interface AttackKindSpec {
  readonly title: string;
  readonly techniques: readonly string[];
  /** Scenario of the obligations catalogue it gives functional evidence for. */
  readonly sim: "SIM-02" | "SIM-05" | "SIM-07";
  readonly obligations: readonly string[];
  readonly defaultRate: number;
  readonly defaultBytes: number;
}

export const ATTACK_KINDS: Readonly<Record<AttackKind, AttackKindSpec>> = {
  "topic-snooping": {
    title: "A taken-over device reads and writes other devices' topics",
    techniques: ["T0842", "T0802", "T1040"],
    sim: "SIM-02",
    obligations: ["OBL-IAM-8", "OBL-CONS-1", "OBL-CONS-3"],
    defaultRate: 2,
    defaultBytes: 64,
  },
  "credential-brute-force": {
    title: "Forged certificates are tried against other devices' identities",
    techniques: ["T1110", "T0859"],
    sim: "SIM-05",
    obligations: ["OBL-IAM-1", "OBL-IAM-2", "OBL-IAM-10"],
    defaultRate: 5,
    defaultBytes: 0,
  },
  "exfiltration-burst": {
    title: "A taken-over device sends far more than it ever did, on its own topic",
    techniques: ["T0882", "T1041"],
    sim: "SIM-07",
    obligations: ["OBL-DATA-9", "OBL-CONS-1", "OBL-CONS-2", "OBL-CONS-3"],
    defaultRate: 20,
    defaultBytes: 8_192,
  },
};
