import type { RunResult } from "../../model/run.js";
import type { MetricRegistry } from "../run/metrics.js";
import type { Scenario } from "../scenarios/schema.js";
import type { ProcessLoad } from "./messages.js";

export interface TrustInputs {
  readonly limits: Scenario["trust"];
  readonly loads: readonly ProcessLoad[];
  readonly metrics: MetricRegistry;
  /** Milliseconds over which the loads were taken. */
  readonly durationMs: number;
  readonly reach: RunResult["reach"];
  readonly cpus: number;
  /** Accepts lost during the run; null where the kernel does not say. */
  readonly listenOverflows: number | null;
  /** How far the wall clock moved against the steady one. */
  readonly clockStepMs: number;
}

/** A clock that was set in mid-run puts every latency in doubt. */
const MAX_CLOCK_STEP_MS = 250;

/** Was it the system under test that was measured, or a generator that could not keep up? */
export function judgeTrust({
  limits,
  loads,
  metrics,
  durationMs,
  reach,
  cpus,
  listenOverflows,
  clockStepMs,
}: TrustInputs): RunResult["trust"] {
  const eventLoopP99Ms = Math.max(0, ...loads.map((load) => load.eventLoopP99Ms));
  const cpuShare = durationMs === 0 ? 0 : loads.reduce((sum, { cpuMs }) => sum + cpuMs, 0) / (durationMs * cpus);
  const planned = metrics.value("publishes_planned");
  const dropped = planned === 0 ? 0 : metrics.value("publishes_dropped") / planned;
  const reasons: string[] = [];
  if (eventLoopP99Ms > limits.eventLoopP99Ms) {
    reasons.push(
      `The event loop of a measuring process was held up ${eventLoopP99Ms.toFixed(0)} ms at the 99th percentile (limit ${limits.eventLoopP99Ms} ms).`,
    );
  }
  if (dropped > limits.maxDroppedShare) {
    reasons.push(`${(dropped * 100).toFixed(1)} % of the planned messages were never sent (limit ${limits.maxDroppedShare * 100} %).`);
  }
  if (listenOverflows !== null && listenOverflows > 0)
    reasons.push(`The kernel lost ${listenOverflows} connections because an accept queue was full.`);
  if (Math.abs(clockStepMs) > MAX_CLOCK_STEP_MS)
    reasons.push(`The machine's clock was moved by ${clockStepMs.toFixed(0)} ms during the run.`);
  const contradicted = (reach?.tries ?? []).filter(({ predicted, observed }) => predicted !== observed);
  if (contradicted.length > 0) {
    const told = contradicted.map(({ capability, use, predicted, observed }) => `${capability} (${use}): ${predicted}, broker ${observed}`);
    reasons.push(`The analysis of the device policy and the broker disagree: ${told.join("; ")}.`);
  }
  return { ok: reasons.length === 0, reasons, eventLoopP99Ms: Number(eventLoopP99Ms.toFixed(1)), cpuShare: Number(cpuShare.toFixed(3)) };
}
