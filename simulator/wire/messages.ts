import type { Alarm, Detector } from "../../model/detectors/types.js";
import type { RolloutPlan } from "../../model/rollout/plan.js";
import type { RolloutOutcome } from "../../model/run.js";
import type { AttackOrder, AttackReport } from "../attacks/types.js";
import type { DeviceRequest, IssuedCertificate } from "../cloud/pki.js";
import type { ThingSpec } from "../cloud/registry.js";
import type { Endpoint } from "../fleet/connection.js";
import type { DeviceSpec } from "../fleet/device.js";
import type { Tamper } from "../fleet/firmware-package.js";
import type { UpdateOutcome } from "../fleet/update-agent.js";
import type { MetricsSnapshot } from "../run/metrics.js";
import type { SeriesSnapshot } from "../run/series.js";

/** What the processes of a rehearsal say to each other. Times are epoch milliseconds of the machine's one clock. */

export interface CloudConfig {
  readonly host: string;
  readonly port: number;
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  readonly devicePolicy: { readonly place: string; readonly document: unknown };
  readonly quarantinePolicy: { readonly place: string; readonly document: unknown };
  readonly things: readonly ThingSpec[];
  readonly detectors: readonly Detector[];
  /** False where the system has one loopback address only: then blocking an address would block the fleet, and is recorded but not done. */
  readonly distinctSources: boolean;
}

export interface RolloutOrder {
  readonly id: string;
  readonly plan: RolloutPlan;
  readonly timeScale: number;
  readonly targets: readonly string[];
  readonly canaries: readonly string[];
  readonly release: { readonly name: string; readonly version: string; readonly hardware: readonly string[]; readonly sizeBytes: number };
  readonly tamper: Tamper | null;
  readonly seed: number;
}

export type ToCloud =
  | { readonly type: "start"; readonly config: CloudConfig }
  | { readonly type: "issue"; readonly requests: readonly DeviceRequest[] }
  | { readonly type: "revoke"; readonly certificateId: string }
  /** Second 0 of the series. */
  | { readonly type: "origin"; readonly at: number }
  | { readonly type: "rollout"; readonly order: RolloutOrder }
  | { readonly type: "stop" };

export type FromCloud =
  | { readonly type: "ready"; readonly endpoint: Endpoint; readonly signerKeyPem: string; readonly broker: string }
  | { readonly type: "issued"; readonly certificates: readonly IssuedCertificate[] }
  | { readonly type: "tick"; readonly connected: number; readonly delivered: number; readonly alarms: number; readonly quarantined: number }
  | { readonly type: "rollout-done"; readonly id: string }
  | { readonly type: "final"; readonly report: CloudReport }
  | Fatal;

export interface ActionRecord {
  readonly at: number;
  readonly action: "quarantine" | "block-source" | "notify";
  readonly target: string;
  readonly alarm: string;
  readonly detector: string;
  readonly outcome: string;
  readonly reason: string;
}

export interface CloudReport {
  readonly alarms: readonly Alarm[];
  readonly actions: readonly ActionRecord[];
  readonly quarantined: readonly string[];
  readonly blocked: readonly string[];
  /** Telemetry of a thing that was accepted after it was quarantined: must be empty. */
  readonly acceptedAfterQuarantine: readonly { readonly thing: string; readonly topic: string; readonly at: number }[];
  readonly rollouts: readonly RolloutOutcome[];
  readonly metrics: MetricsSnapshot;
  readonly series: SeriesSnapshot;
  readonly load: ProcessLoad;
  readonly detection: { readonly events: number; readonly shed: number };
}

export interface ProcessLoad {
  readonly eventLoopP99Ms: number;
  readonly cpuMs: number;
  readonly rssBytes: number;
}

export type ToWorker =
  | { readonly type: "start"; readonly seed: number; readonly devices: readonly DeviceSpec[] }
  | { readonly type: "identities"; readonly certificates: readonly IssuedCertificate[] }
  | {
      readonly type: "connect";
      readonly endpoint: Endpoint;
      readonly signerKeyPem: string;
      readonly startAt: number;
      readonly inflight: number;
    }
  | { readonly type: "attack"; readonly order: AttackOrder }
  | { readonly type: "stop" };

export type FromWorker =
  | { readonly type: "requests"; readonly requests: readonly DeviceRequest[] }
  | { readonly type: "installed" }
  | { readonly type: "ramped" }
  | { readonly type: "tick"; readonly connected: number; readonly sent: number }
  | { readonly type: "attack-done"; readonly report: AttackReport }
  | { readonly type: "final"; readonly report: WorkerReport }
  | Fatal;

export interface DeviceReport {
  readonly thing: string;
  readonly version: string;
  readonly outcomes: readonly UpdateOutcome[];
}

export interface WorkerReport {
  readonly devices: readonly DeviceReport[];
  /** Attacks cut short by the end of the run. */
  readonly unfinishedAttacks: number;
  readonly metrics: MetricsSnapshot;
  readonly series: SeriesSnapshot;
  readonly load: ProcessLoad;
}

/** The process cannot go on. `code` is one of the coded errors when it is. */
export interface Fatal {
  readonly type: "fatal";
  readonly code?: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly message: string;
}
