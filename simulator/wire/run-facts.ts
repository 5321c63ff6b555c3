import type { RunResult } from "../../model/run.js";
import type { AttackReport } from "../attacks/types.js";
import type { LoadedScenario } from "./load-scenario.js";
import type { CloudReport, WorkerReport } from "./messages.js";
import type { ProbeResult } from "./probes.js";
import type { RunPlan } from "./run-plan.js";

/** Everything a run has brought back. Times are epoch milliseconds. */
export interface RunFacts {
  readonly loaded: LoadedScenario;
  readonly plan: RunPlan;
  readonly state: RunResult["state"];
  readonly devicePolicy: RunResult["devicePolicy"];
  readonly broker: string;
  readonly probes: readonly ProbeResult[];
  readonly reach: RunResult["reach"];
  readonly attacks: readonly AttackReport[];
  readonly cloud: CloudReport;
  readonly workers: readonly WorkerReport[];
  readonly workerCount: number;
  readonly cpus: number;
  readonly distinctSources: boolean;
  readonly phases: RunResult["phases"];
  readonly startedAt: number;
  /** Second 0 of the series: the beginning of the ramp. */
  readonly origin: number;
  readonly endedAt: number;
  readonly listenOverflows: number | null;
  readonly clockStepMs: number;
}
