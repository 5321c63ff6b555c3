import type { RunResult } from "../../model/run.js";
import type { Scenario } from "../scenarios/schema.js";
import { now } from "./child.js";
import type { CloudConfig, CloudReport, WorkerReport } from "./messages.js";
import { PROBE_THING, probeRevocation } from "./probe-revocation.js";
import { type ProbeResult, probeBroker } from "./probes.js";
import type { Phase } from "./progress.js";
import type { RehearseOptions } from "./rehearse-options.js";
import { replayReach } from "./replay-reach.js";
import { Reporter } from "./reporter.js";
import type { RunPlan } from "./run-plan.js";
import type { Session } from "./session.js";

/** Attacks and roll-outs still under way when the steady phase is over may take so much longer. */
const SETTLE_MS = 45_000;
const SETTLE_EVERY_MS = 100;

export interface CourseResult {
  readonly state: RunResult["state"];
  readonly probes: readonly ProbeResult[];
  readonly reach: RunResult["reach"];
  readonly phases: RunResult["phases"];
  /** Second 0 of the series, epoch milliseconds: the beginning of the ramp. */
  readonly origin: number;
  readonly cloud: CloudReport;
  readonly workers: readonly WorkerReport[];
}

/** The phases of a run one after the other. An abort jumps to the last one, from wherever the run is. */
export async function runCourse(
  session: Session,
  scenario: Scenario,
  plan: RunPlan,
  config: CloudConfig,
  { signal, onProgress }: Pick<RehearseOptions, "signal" | "onProgress">,
): Promise<CourseResult> {
  const interruption = interruptionOf(signal);
  const reporter = new Reporter(session.counts, plan.devices.length, onProgress);
  const timers: NodeJS.Timeout[] = [];
  const phases: { readonly name: string; readonly from: number; readonly to: number }[] = [];
  let probes: readonly ProbeResult[] = [];
  let reach: RunResult["reach"] = null;
  let origin: number | null = null;

  const phase = async (name: Phase, plannedS: number | null, work: () => Promise<unknown>): Promise<void> => {
    const from = now();
    reporter.enter(name, plannedS);
    try {
      await Promise.race([work(), session.died, interruption.promise]);
    } finally {
      phases.push({ name, from, to: now() });
    }
  };
  const steady = async (): Promise<void> => {
    const after = (ms: number, work: () => void): void => void timers.push(setTimeout(work, ms));
    session.orderAttacks(now());
    session.onRolloutDone((id) => reporter.event(`roll-out ${id} is over`));
    for (const { id, devices, atSeconds, forSeconds } of scenario.attacks) {
      after(atSeconds * 1000, () => reporter.event(`attack ${id} begins on ${devices} ${devices === 1 ? "device" : "devices"}`));
      after((atSeconds + forSeconds) * 1000, () => reporter.event(`attack ${id} ends`));
    }
    for (const { afterMs, order } of plan.rollouts) {
      after(afterMs, () => {
        session.orderRollout(order.id);
        reporter.event(
          `roll-out ${order.id} of ${order.release.version} begins${order.tamper === null ? "" : `, its ${order.tamper} tampered with`}`,
        );
      });
    }
    await new Promise<void>((resolve) => after(scenario.steadySeconds * 1000, resolve));
  };

  /** What a run decides must not hang on how fast the machine is: what is under way may end, for a time. */
  const settle = async (): Promise<void> => {
    const deadline = now() + SETTLE_MS;
    while (session.busy && now() < deadline) await new Promise((resolve) => timers.push(setTimeout(resolve, SETTLE_EVERY_MS)));
  };

  try {
    await phase("prepare", null, async () => {
      const endpoint = await session.startCloud(config);
      const ports = { issue: (csrPem: string) => session.issue(PROBE_THING, csrPem), revoke: (id: string) => session.revoke(id) };
      probes = [...(await probeBroker(endpoint, PROBE_THING)), ...(await probeRevocation(endpoint, ports))];
      reach = await replayReach(config);
    });
    await phase("identities", null, () => session.mintIdentities());
    await phase("ramp", scenario.connect.rampSeconds, () => {
      const ramp = session.beginRamp(scenario.connect.inflight);
      origin = ramp.origin;
      return ramp.ramped;
    });
    await phase("steady", scenario.steadySeconds, steady);
    if (session.busy) await phase("settle", null, settle);
    return await finish("finished");
  } catch (error) {
    if (!interruption.is(error)) throw error;
    return await finish("interrupted");
  } finally {
    for (const timer of timers) clearTimeout(timer);
    reporter.stop();
    interruption.off();
  }

  async function finish(state: RunResult["state"]): Promise<CourseResult> {
    for (const timer of timers) clearTimeout(timer);
    reporter.enter("finish", null);
    // Before the ramp nothing has been measured, and processes may still be starting.
    const reports = origin === null ? { workers: [], cloud: EMPTY_CLOUD } : await session.stop();
    const zero = origin ?? now();
    const seconds = (at: number): number => Number(((at - zero) / 1000).toFixed(2));
    return {
      state,
      probes,
      reach,
      origin: zero,
      ...reports,
      phases: phases.map(({ name, from, to }) => ({ name, fromS: seconds(from), toS: seconds(to) })),
    };
  }
}

const EMPTY_CLOUD: CloudReport = {
  alarms: [],
  actions: [],
  quarantined: [],
  blocked: [],
  acceptedAfterQuarantine: [],
  rollouts: [],
  metrics: { trends: {}, counters: {}, rates: {} },
  series: { sums: {}, levels: {} },
  load: { eventLoopP99Ms: 0, cpuMs: 0, rssBytes: 0 },
  detection: { events: 0, shed: 0 },
};

interface Interruption {
  /** Rejects at the abort, with an error that `is` knows. */
  readonly promise: Promise<never>;
  is(error: unknown): boolean;
  off(): void;
}

function interruptionOf(signal: AbortSignal | undefined): Interruption {
  const mark = new Error("interrupted");
  let off = (): void => undefined;
  const promise = new Promise<never>((_, reject) => {
    const onAbort = (): void => reject(mark);
    if (signal?.aborted === true) onAbort();
    signal?.addEventListener("abort", onAbort, { once: true });
    off = () => signal?.removeEventListener("abort", onAbort);
  });
  promise.catch(() => undefined);
  return { promise, is: (error) => error === mark, off };
}
