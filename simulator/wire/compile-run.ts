import type { EvidenceRecord } from "../../model/evidence.js";
import type { RolloutOutcome, RunResult } from "../../model/run.js";
import { SeriesRecorder } from "../run/series.js";
import type { judgeThreshold } from "../run/thresholds.js";
import { decisionsDigest } from "./decisions.js";
import { judgeDetection } from "./ground-truth.js";
import type { CloudReport, WorkerReport } from "./messages.js";
import { notShown } from "./not-shown.js";
import { proofsOf } from "./proofs.js";
import { editIsFound, runEvidence } from "./run-evidence.js";
import type { RunFacts } from "./run-facts.js";
import { runMetrics } from "./run-metrics.js";
import { judgeTrust } from "./trust.js";

const DAY_MS = 86_400_000;

/** Facts to result: judged against ground truth, thresholds and trust, with proofs and a hash-chained record. */
export function compileRun(
  facts: RunFacts,
  judge: typeof judgeThreshold,
): { readonly result: RunResult; readonly records: readonly EvidenceRecord[] } {
  const { loaded, plan, cloud, workers, startedAt, origin, endedAt } = facts;
  const { scenario, thresholds, hash } = loaded;
  const attacks = facts.attacks.filter((report) => report.endedAt > report.startedAt);
  const judged = judgeDetection(scenario, attacks, cloud);
  const adoption = new Map(cloud.rollouts.map((rollout) => [rollout.id, adoptionOf(rollout, facts)]));
  const rollouts = cloud.rollouts.map((rollout) => ({ ...rollout, applied: adoption.get(rollout.id)?.applied ?? 0 }));
  const metrics = runMetrics(workers, cloud, judged, rollouts, attacks);
  const measuredMs = Math.max(1, endedAt - origin);
  const values = metrics.toMetrics();
  const records = runEvidence({
    startedAt,
    endedAt,
    context: {
      scenario: scenario.name,
      scenarioHash: hash,
      seed: plan.seed,
      devicePolicy: { ...facts.devicePolicy, source: "stack" },
      broker: facts.broker,
    },
    probes: facts.probes,
    reach: facts.reach,
    attacks,
    cloud,
    rollouts,
  });
  const result: RunResult = {
    schema: "bulwark.run/1",
    scenario: scenario.name,
    scenarioHash: hash,
    seed: plan.seed,
    startedAt: new Date(startedAt).toISOString(),
    durationMs: Math.round(endedAt - startedAt),
    state: facts.state,
    engine: {
      name: "wire",
      broker: facts.broker,
      transport: "MQTT 3.1.1 over mutual TLS 1.2 or newer",
      node: process.version,
      cpus: facts.cpus,
    },
    fleet: {
      devices: plan.devices.length,
      workers: facts.workerCount,
      brokers: 1,
      profiles: Object.fromEntries(scenario.fleet.profiles.map(({ name, count }) => [name, count])),
    },
    devicePolicy: facts.devicePolicy,
    reach: facts.reach,
    metrics: values,
    thresholds: thresholds.map((threshold) => judge(threshold, values, measuredMs)),
    series: seriesOf(workers, cloud, measuredSeconds(facts.phases, measuredMs)),
    phases: facts.phases,
    attacks: judged.truths,
    alarms: cloud.alarms,
    falseAlarms: judged.falseAlarms,
    quarantined: cloud.quarantined,
    rollouts,
    proofs: proofsOf({
      scenario,
      probes: facts.probes,
      reach: facts.reach,
      attacks,
      judged,
      rollouts,
      cloud,
      laggards: Object.fromEntries([...adoption].map(([id, { laggards }]) => [id, laggards])),
      deviceDays: (plan.devices.length * measuredMs) / DAY_MS,
      editFound: editIsFound(records),
    }),
    decisions: decisionsDigest(plan, judged, cloud, rollouts, workers),
    trust: judgeTrust({
      limits: scenario.trust,
      reach: facts.reach,
      loads: [cloud.load, ...workers.map(({ load }) => load)],
      metrics,
      durationMs: measuredMs,
      cpus: facts.cpus,
      listenOverflows: facts.listenOverflows,
      clockStepMs: facts.clockStepMs,
    }),
    notShown: notShown(facts),
  };
  return { result, records };
}

interface Adoption {
  /** Targets that run the release. */
  readonly applied: number;
  /** Targets outside quarantine that do not. */
  readonly laggards: number;
}

/** Asked of the devices themselves, not of what they reported. */
function adoptionOf({ id, release }: RolloutOutcome, { plan, workers, cloud }: RunFacts): Adoption {
  const targets = new Set(plan.rollouts.find(({ order }) => order.id === id)?.order.targets);
  const quarantined = new Set(cloud.quarantined);
  const devices = workers.flatMap((worker) => worker.devices).filter(({ thing }) => targets.has(thing));
  const behind = devices.filter(({ version }) => version !== release);
  return { applied: devices.length - behind.length, laggards: behind.filter(({ thing }) => !quarantined.has(thing)).length };
}

/** Whole seconds until the fleet is taken down: what follows is our own doing, not the fleet's behaviour. */
function measuredSeconds(phases: RunResult["phases"], measuredMs: number): number {
  const takeDown = phases.find(({ name }) => name === "finish");
  return takeDown === undefined ? Math.ceil(measuredMs / 1000) : Math.max(1, Math.floor(takeDown.fromS));
}

function seriesOf(workers: readonly WorkerReport[], cloud: CloudReport, seconds: number): RunResult["series"] {
  const series = new SeriesRecorder();
  series.merge(cloud.series);
  for (const worker of workers) series.merge(worker.series);
  return series.points(seconds);
}
