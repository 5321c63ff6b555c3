import type { Proof } from "../../model/evidence.js";
import { OBLIGATIONS } from "../../model/obligations/catalogue.js";
import { SCENARIOS, type ScenarioId } from "../../model/obligations/scenarios.js";
import type { GroundTruth, RolloutOutcome, RunResult } from "../../model/run.js";
import type { AttackReport } from "../attacks/types.js";
import type { AttackKind, Scenario } from "../scenarios/schema.js";
import type { Judged } from "./ground-truth.js";
import type { CloudReport } from "./messages.js";
import type { ProbeResult } from "./probes.js";

export interface ProofInputs {
  readonly scenario: Scenario;
  readonly probes: readonly ProbeResult[];
  readonly reach: RunResult["reach"];
  readonly attacks: readonly AttackReport[];
  readonly judged: Judged;
  readonly rollouts: readonly RolloutOutcome[];
  readonly cloud: CloudReport;
  /** By roll-out: targets outside quarantine that do not run its release at the end. */
  readonly laggards: Readonly<Record<string, number>>;
  readonly deviceDays: number;
  /** What came of editing one record of a copy of this run's own log. */
  readonly editFound: boolean;
}

/** Fewer device-days than this say nothing about a false-alarm rate of one in a thousand. */
const MIN_DEVICE_DAYS = 3_000;

type Found = Pick<Proof, "state" | "measured" | "evidence">;

/** What a run has shown, scenario by scenario of the obligations catalogue. Nothing is a proof that was not tried. */
export function proofsOf(inputs: ProofInputs): readonly Proof[] {
  const found: readonly (readonly [ScenarioId, Proof["subjectKind"], Found | null])[] = [
    ["SIM-01", "backend", probed(inputs, "SIM-01")],
    ["SIM-02", "backend", snooping(inputs)],
    ["SIM-03", "backend", probed(inputs, "SIM-03")],
    ["SIM-05", "backend", bruteForce(inputs)],
    ["SIM-06", "backend", falseAlarms(inputs)],
    ["SIM-07", "backend", exfiltration(inputs)],
    ["SIM-09", "backend", containment(inputs)],
    ["SIM-10", "simulated-device", genuineUpdates(inputs)],
    ["SIM-11", "simulated-device", tamperedUpdates(inputs, ["image", "manifest"])],
    ["SIM-12", "simulated-device", tamperedUpdates(inputs, ["signature"])],
    ["SIM-14", "backend", exposure(inputs)],
    [
      "SIM-23",
      "backend",
      {
        ...verdict(inputs.editFound),
        measured: inputs.editFound
          ? "One record of a copy of this run's log was edited; the chain broke at that record."
          : "An edited copy of this run's log still verified.",
        evidence: "evidence.jsonl",
      },
    ],
    ["SIM-28", "backend", probed(inputs, "SIM-28")],
  ];
  return found.flatMap(([sim, subjectKind, result]) =>
    result === null
      ? []
      : [{ id: sim.toLowerCase(), sim, title: SCENARIOS[sim].title, obligations: obligationsOf(sim), subjectKind, ...result }],
  );
}

/** Every obligation of the catalogue that names this scenario as its functional evidence. */
function obligationsOf(sim: ScenarioId): readonly string[] {
  return OBLIGATIONS.filter(({ functional }) => "scenarios" in functional && (functional.scenarios as readonly string[]).includes(sim)).map(
    ({ id }) => id,
  );
}

const verdict = (ok: boolean): Pick<Proof, "state"> => ({ state: ok ? "satisfied" : "not-satisfied" });

/** Refusals count only from a broker that lets the genuine device in. */
function probed({ probes }: ProofInputs, sim: ProbeResult["sim"]): Found | null {
  const tried = probes.filter((probe) => probe.sim === sim);
  if (tried.length === 0) return null;
  const control = probes.some((probe) => probe.sim === "control" && !probe.refused);
  const refused = tried.filter((probe) => probe.refused);
  const told = tried.map((probe) => `${probe.tried} (${probe.detail})`).join(", ");
  return {
    ...(control ? verdict(refused.length === tried.length) : { state: "not-evaluated" as const }),
    measured: `${refused.length} of ${tried.length} refused: ${told}; a genuine certificate was ${control ? "accepted" : "refused as well"}.`,
    evidence: "evidence.jsonl, kind probe",
  };
}

/** What attacked devices tried in the fleet, and what the analysis of the policy made up for a stranger to try before it. */
function snooping({ scenario, attacks, judged, reach }: ProofInputs): Found | null {
  const reports = reportsOf(scenario, attacks, "topic-snooping");
  const tries = reach?.tries ?? [];
  if (reports.length === 0 && tries.length === 0) return null;
  const { attempts, refused } = total(reports);
  const read = reports.reduce((sum, { foreignMessages }) => sum + foreignMessages, 0);
  const topics = new Set(reports.flatMap(({ matrix }) => matrix.map(({ resource }) => resource))).size;
  const { seen, truths } = recall(judged, reports);
  const kept = tries.filter(({ observed }) => observed === "refused").length;
  const byReach = `${kept} of ${tries.length} ways to another device that an analysis of the policy names refused`;
  const byAttack = `${refused} of ${attempts} subscriptions and publishes to ${topics} topics and filters of others refused; ${read} messages of others read; ${seen} of ${truths} devices detected`;
  return {
    ...verdict(refused === attempts && read === 0 && kept === tries.length && (reports.length === 0 || attempts > 0)),
    measured: `${[...(reports.length === 0 ? [] : [byAttack]), ...(tries.length === 0 ? [] : [byReach])].join("; ")}.`,
    evidence: "evidence.jsonl, kind attack: matrix of attempts; kind reach",
  };
}

function bruteForce({ scenario, attacks, judged, cloud }: ProofInputs): Found | null {
  const reports = reportsOf(scenario, attacks, "credential-brute-force");
  if (reports.length === 0) return null;
  const { attempts, refused } = total(reports);
  const lockedOut = reports.filter(({ source }) => source !== "" && cloud.blocked.includes(source)).length;
  const { seen, truths } = recall(judged, reports);
  return {
    ...verdict(attempts > 0 && refused === attempts && lockedOut === reports.length),
    measured: `${refused} of ${attempts} forged connects refused; ${lockedOut} of ${reports.length} addresses locked out; ${seen} of ${truths} detected.`,
    evidence: "evidence.jsonl, kinds attack and response",
  };
}

function exfiltration({ scenario, attacks, judged }: ProofInputs): Found | null {
  const reports = reportsOf(scenario, attacks, "exfiltration-burst");
  if (reports.length === 0) return null;
  const { seen, truths, slowestMs } = recall(judged, reports);
  return {
    ...verdict(seen === truths),
    measured: `${seen} of ${truths} bursts detected, the slowest after ${slowestMs} ms.`,
    evidence: "attacks",
  };
}

function falseAlarms({ judged, deviceDays }: ProofInputs): Found {
  const count = judged.falseAlarms.length;
  const measured = `${count} false alarms in ${deviceDays.toFixed(2)} device-days of normal telemetry; ${MIN_DEVICE_DAYS} would be needed to speak of a rate of 1 in 1,000.`;
  return {
    state: count > 0 ? "not-satisfied" : deviceDays >= MIN_DEVICE_DAYS ? "satisfied" : "not-evaluated",
    measured,
    evidence: "falseAlarms",
  };
}

function containment({ judged, cloud }: ProofInputs): Found | null {
  const { truths, innocents } = judged;
  if (truths.length === 0) return null;
  const delays = truths.flatMap(({ containDelayMs }) => (containDelayMs === null ? [] : [containDelayMs]));
  const escaped = cloud.acceptedAfterQuarantine.length;
  return {
    ...verdict(delays.length === truths.length && escaped === 0 && innocents.length === 0),
    measured: `${delays.length} of ${truths.length} attacks contained, the slowest after ${Math.round(Math.max(0, ...delays))} ms; ${escaped} messages accepted from quarantined devices; ${innocents.length} devices quarantined without cause.`,
    evidence: "attacks, quarantined; evidence.jsonl, kind response",
  };
}

/** Every device that may be reached runs the release; one in quarantine is no target any more. */
function genuineUpdates({ rollouts, laggards }: ProofInputs): Found | null {
  const genuine = rollouts.filter(({ tampered }) => tampered === null);
  if (genuine.length === 0) return null;
  const done = genuine.every(
    ({ id, state, failed, timedOut, rejected }) => state === "completed" && laggards[id] === 0 && failed + timedOut + rejected === 0,
  );
  const told = genuine.map(
    ({ id, release, applied, targets, state }) =>
      `${id}: ${applied} of ${targets} targets run ${release}, ${laggards[id]} outside quarantine do not, roll-out ${state}`,
  );
  return { ...verdict(done), measured: `${told.join("; ")}.`, evidence: "rollouts" };
}

function tamperedUpdates({ rollouts }: ProofInputs, kinds: readonly string[]): Found | null {
  const tampered = rollouts.filter(({ tampered: kind }) => kind !== null && kinds.includes(kind));
  if (tampered.length === 0) return null;
  const held = tampered.every(({ applied, succeeded, rejected }) => applied === 0 && succeeded === 0 && rejected > 0);
  const measured = tampered
    .map(
      ({ id, applied, rejected, notified, reasonCodes }) =>
        `${id}: ${rejected} of ${notified} devices refused it (${Object.keys(reasonCodes).join(", ") || "no reason given"}), ${applied} run it`,
    )
    .join("; ");
  return { ...verdict(held), measured: `${measured}.`, evidence: "rollouts" };
}

/** A bad release must stop within the ring it was in: the canaries where there are any, else the bound computed from the plan. */
function exposure({ rollouts }: ProofInputs): Found | null {
  const tampered = rollouts.filter(({ tampered: kind }) => kind !== null);
  if (tampered.length === 0) return null;
  const ringOf = ({ canary, exposureBound }: RolloutOutcome): number => (canary > 0 ? canary : exposureBound);
  const held = tampered.every((rollout) => rollout.state === "aborted" && rollout.notified <= ringOf(rollout));
  const told = tampered.map(
    (rollout) =>
      `${rollout.id}: ${rollout.state} after ${rollout.notified} of ${rollout.targets} devices, ring ${ringOf(rollout)}, bound of the plan ${rollout.exposureBound}`,
  );
  return { ...verdict(held), measured: `${told.join("; ")}.`, evidence: "rollouts" };
}

function reportsOf({ attacks: planned }: Scenario, reports: readonly AttackReport[], kind: AttackKind): readonly AttackReport[] {
  return reports.filter((report) => planned.some((attack) => attack.id === report.attack && attack.kind === kind));
}

function total(reports: readonly AttackReport[]): { readonly attempts: number; readonly refused: number } {
  const cells = reports.flatMap(({ matrix }) => matrix);
  return { attempts: cells.reduce((sum, cell) => sum + cell.attempts, 0), refused: cells.reduce((sum, cell) => sum + cell.refused, 0) };
}

function recall(
  { truths }: Judged,
  reports: readonly AttackReport[],
): { readonly seen: number; readonly truths: number; readonly slowestMs: number } {
  const of = truths.filter((truth: GroundTruth) => reports.some(({ attack }) => attack === truth.attack));
  const delays = of.flatMap(({ detectDelayMs }) => (detectDelayMs === null ? [] : [detectDelayMs]));
  return { seen: delays.length, truths: of.length, slowestMs: Math.round(Math.max(0, ...delays)) };
}
