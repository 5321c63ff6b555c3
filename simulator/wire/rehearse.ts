import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import { canonicalJson } from "../../model/canonical-json.js";
import { DETECTORS } from "../../model/detectors/catalogue.js";
import type { RunResult } from "../../model/run.js";
import { hasLoopbackRange } from "../fleet/source-address.js";
import { judgeThreshold } from "../run/thresholds.js";
import { now } from "./child.js";
import { compileRun, type RunFacts } from "./compile-run.js";
import { type LoadedScenario, loadScenario } from "./load-scenario.js";
import type { CloudConfig } from "./messages.js";
import { listenOverflows, preflight } from "./preflight.js";
import { type ProbeResult, probeBroker } from "./probes.js";
import type { Phase, RehearsalProgress } from "./progress.js";
import { writeRun } from "./run-evidence.js";
import { planRun, type RunPlan } from "./run-plan.js";
import { Session } from "./session.js";
import { readStackPolicies, requireScope, type StackPolicies } from "./stack-policies.js";

export interface RehearseOptions {
  /** Synthesized stack (`cdk.tf.json`) whose device and quarantine policy the fleet runs under. */
  readonly stackPath: string;
  /** Default: the scenario's. */
  readonly seed?: number;
  /** Where run.json and evidence.jsonl go; nothing is written without it. */
  readonly outDir?: string;
  readonly onProgress?: (progress: RehearsalProgress) => void;
  /** Stops the run in order: what was measured is reported, with state `interrupted`. */
  readonly signal?: AbortSignal;
}

const HOST = "127.0.0.1";
const PROGRESS_MS = 500;

/**
 * Runs a scenario on real parts: a broker process under the synthesized policy, worker processes full of devices with certificates of their
 * own, attacks and roll-outs. Thresholds missed are in the result, not thrown.
 * @throws BulwarkError BW_SCENARIO_INVALID and the other input errors, BW_PREFLIGHT, BW_PORT_IN_USE, BW_WORKER_DIED
 */
export async function rehearse(scenarioPath: string, options: RehearseOptions): Promise<RunResult> {
  const loaded = loadScenario(scenarioPath);
  const { scenario } = loaded;
  const policies = readStackPolicies(options.stackPath, scenario.backend.product);
  requireScope(policies.device, scenario.backend.region, scenario.backend.account);
  const distinctSources = await hasLoopbackRange();
  const plan = planRun(scenario, options.seed ?? scenario.seed, loaded.rolloutPlans, distinctSources);
  const { workers } = preflight(plan.devices.length, scenario.fleet.workers, distinctSources);
  const overflowsBefore = listenOverflows();
  const startedAt = now();
  const wallBefore = Date.now();
  const session = new Session(plan, workers);
  try {
    const course = await runCourse(session, loaded, plan, cloudConfig(loaded, plan, policies, distinctSources), options);
    const overflowsAfter = listenOverflows();
    const endedAt = now();
    const facts: RunFacts = {
      ...course,
      loaded,
      plan,
      devicePolicy: {
        source: options.stackPath,
        address: policies.device.address,
        sha256: createHash("sha256").update(canonicalJson(policies.device.document)).digest("hex"),
      },
      broker: session.broker,
      attacks: session.attacks,
      workerCount: workers,
      cpus: availableParallelism(),
      distinctSources,
      startedAt,
      endedAt,
      listenOverflows: overflowsBefore === null || overflowsAfter === null ? null : overflowsAfter - overflowsBefore,
      clockStepMs: Date.now() - wallBefore - (endedAt - startedAt),
    };
    const { result, records } = compileRun(facts, judgeThreshold);
    if (options.outDir !== undefined) writeRun(options.outDir, result, records);
    return result;
  } finally {
    await session.close();
  }
}

type Course = Pick<RunFacts, "state" | "probes" | "phases" | "origin" | "cloud" | "workers">;

/** The phases one after the other. An abort jumps to the last, from wherever the run is. */
async function runCourse(
  session: Session,
  { scenario }: LoadedScenario,
  plan: RunPlan,
  config: CloudConfig,
  options: RehearseOptions,
): Promise<Course> {
  const interruption = interruptionOf(options.signal);
  const reporter = new Reporter(session, plan.devices.length, options.onProgress);
  const phases: { name: string; from: number; to: number }[] = [];
  let probes: readonly ProbeResult[] = [];
  let origin = now();
  const timers: NodeJS.Timeout[] = [];
  const phase = async (name: Phase, plannedS: number | null, work: () => Promise<unknown>): Promise<void> => {
    const from = now();
    reporter.enter(name, plannedS);
    try {
      await Promise.race([work(), session.died, interruption.promise]);
    } finally {
      phases.push({ name, from, to: now() });
    }
  };
  try {
    await phase("prepare", null, async () => {
      await session.startCloud(config);
      if (session.endpoint !== null) probes = await probeBroker(session.endpoint, plan.devices[0]?.thing ?? "device");
    });
    await phase("identities", null, () => session.mintIdentities());
    await phase("ramp", scenario.connect.rampSeconds, () => {
      const ramp = session.beginRamp(scenario.connect.inflight);
      origin = ramp.origin;
      return ramp.ramped;
    });
    await phase("steady", scenario.steadySeconds, async () => {
      session.orderAttacks(now());
      session.onRolloutDone((id) => reporter.event(`roll-out ${id} is over`));
      for (const { afterMs, order } of plan.rollouts) {
        timers.push(setTimeout(() => session.orderRollout(order.id), afterMs));
      }
      await new Promise<void>((resolve) => timers.push(setTimeout(resolve, scenario.steadySeconds * 1000)));
    });
  } catch (error) {
    if (!interruption.is(error)) throw error;
  } finally {
    for (const timer of timers) clearTimeout(timer);
    reporter.stop();
  }
  const interrupted = options.signal?.aborted === true;
  reporter.enter("finish", null);
  const { workers, cloud } = await session.stop();
  reporter.stop();
  const seconds = (at: number): number => Number(((at - origin) / 1000).toFixed(2));
  return {
    state: interrupted ? "interrupted" : "finished",
    probes,
    origin,
    cloud,
    workers,
    phases: phases.map(({ name, from, to }) => ({ name, fromS: seconds(from), toS: seconds(to) })),
  };
}

function cloudConfig({ scenario }: LoadedScenario, plan: RunPlan, policies: StackPolicies, distinctSources: boolean): CloudConfig {
  const { account, region } = scenario.backend;
  return {
    host: HOST,
    port: scenario.broker.port ?? 0,
    account,
    region,
    partition: "aws",
    devicePolicy: { place: policies.device.address, document: policies.device.document },
    quarantinePolicy: { place: policies.quarantine.address, document: policies.quarantine.document },
    things: plan.devices.map(({ thing, model }) => ({ name: thing, thingType: model, attributes: {} })),
    detectors: DETECTORS,
    distinctSources,
  };
}

function interruptionOf(signal: AbortSignal | undefined): { readonly promise: Promise<never>; is(error: unknown): boolean } {
  const mark = new Error("interrupted");
  const promise = new Promise<never>((_, reject) => {
    if (signal?.aborted === true) reject(mark);
    signal?.addEventListener("abort", () => reject(mark), { once: true });
  });
  promise.catch(() => undefined);
  return { promise, is: (error) => error === mark };
}

/** Tells the caller about twice a second where the run is. */
class Reporter {
  readonly #session: Session;
  readonly #devices: number;
  readonly #tell: ((progress: RehearsalProgress) => void) | undefined;
  #phase: Phase = "prepare";
  #since = now();
  #plannedS: number | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(session: Session, devices: number, tell: ((progress: RehearsalProgress) => void) | undefined) {
    this.#session = session;
    this.#devices = devices;
    this.#tell = tell;
  }

  enter(phase: Phase, plannedS: number | null): void {
    this.stop();
    this.#phase = phase;
    this.#plannedS = plannedS;
    this.#since = now();
    this.#send();
    if (this.#tell !== undefined) this.#timer = setInterval(() => this.#send(), PROGRESS_MS);
  }

  event(event: string): void {
    this.#send(event);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #send(event?: string): void {
    const progress = {
      phase: this.#phase,
      elapsedS: (now() - this.#since) / 1000,
      plannedS: this.#plannedS,
      devices: this.#devices,
      ...this.#session.counts,
    };
    this.#tell?.(event === undefined ? progress : { ...progress, event });
  }
}
