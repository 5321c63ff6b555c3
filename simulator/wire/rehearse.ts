import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import { canonicalJson } from "../../model/canonical-json.js";
import type { Detector } from "../../model/detectors/types.js";
import type { RunResult } from "../../model/run.js";
import { hasLoopbackRange } from "../fleet/source-address.js";
import { judgeThreshold } from "../run/thresholds.js";
import { requireDetectors } from "../scenarios/parse.js";
import { now } from "./child.js";
import { compileRun } from "./compile-run.js";
import { runCourse } from "./course.js";
import { type LoadedScenario, loadScenario } from "./load-scenario.js";
import type { CloudConfig } from "./messages.js";
import { listenOverflows, preflight } from "./preflight.js";
import { PROBE_THING } from "./probe-revocation.js";
import type { RehearseOptions } from "./rehearse-options.js";
import { writeRun } from "./run-evidence.js";
import type { RunFacts } from "./run-facts.js";
import { planRun, type RunPlan } from "./run-plan.js";
import { Session } from "./session.js";
import { readStackPolicies, requireScope, type StackPolicies } from "./stack-policies.js";

const HOST = "127.0.0.1";

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
  const detectors = options.detectors ?? policies.detectors;
  requireDetectors(
    loaded,
    scenarioPath,
    detectors.map(({ id }) => id),
  );
  const distinctSources = await hasLoopbackRange();
  const plan = planRun(scenario, options.seed ?? scenario.seed, loaded.rolloutPlans, distinctSources);
  const { workers } = preflight(plan.devices.length, scenario.fleet.workers, distinctSources);
  const overflowsBefore = listenOverflows();
  const startedAt = now();
  const wallBefore = Date.now();
  const session = new Session(plan, workers);
  try {
    const config = cloudConfig(loaded, plan, policies, distinctSources, detectors);
    const course = await runCourse(session, scenario, plan, config, options);
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

function cloudConfig(
  { scenario }: LoadedScenario,
  plan: RunPlan,
  policies: StackPolicies,
  distinctSources: boolean,
  detectors: readonly Detector[],
): CloudConfig {
  const { account, region } = scenario.backend;
  return {
    host: HOST,
    port: scenario.broker.port ?? 0,
    account,
    region,
    partition: "aws",
    devicePolicy: { place: policies.device.address, document: policies.device.document },
    quarantinePolicy: { place: policies.quarantine.address, document: policies.quarantine.document },
    things: [
      ...plan.devices.map(({ thing, model }) => ({ name: thing, thingType: model, attributes: {} })),
      { name: PROBE_THING, thingType: "probe", attributes: {} },
    ],
    detectors,
    distinctSources,
  };
}
