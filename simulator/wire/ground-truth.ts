import type { Alarm } from "../../model/detectors/types.js";
import type { GroundTruth } from "../../model/run.js";
import { ATTACK_KINDS } from "../attacks/catalogue.js";
import type { AttackReport } from "../attacks/types.js";
import type { Scenario, ScenarioAttack } from "../scenarios/schema.js";
import type { ActionRecord, CloudReport } from "./messages.js";

/** An alarm of an attack may come so long after its end: two windows of the slowest detector. */
const AFTERMATH_MS = 20_000;
/** Clocks of two processes of one machine differ by less than this. */
const CLOCK_SLACK_MS = 50;

export interface Judged {
  readonly truths: readonly GroundTruth[];
  readonly falseAlarms: readonly Alarm[];
  readonly explained: readonly Alarm[];
  readonly innocents: readonly string[];
}

/** Holds what the detection said against what was really done. */
export function judgeDetection(scenario: Scenario, reports: readonly AttackReport[], cloud: CloudReport): Judged {
  const begun = reports.filter(({ startedAt, endedAt }) => endedAt > startedAt);
  const raisedAt = firstRaised(cloud.actions);
  const truths = begun
    .map((report) => truthOf(report, attackOf(scenario, report.attack), cloud, raisedAt))
    .sort((a, b) => order(a.attack, b.attack) || a.instance - b.instance);
  const tampered = scenario.rollouts.filter(({ tamper }) => tamper !== undefined).map(({ id }) => id);
  const isExplained = (alarm: Alarm): boolean => begun.some((report) => explains(report, alarm)) || isOfTampering(alarm, tampered);
  const explained = cloud.alarms.filter(isExplained);
  const victims = new Set(begun.map(({ thing }) => thing));
  return {
    truths,
    explained,
    falseAlarms: cloud.alarms.filter((alarm) => !isExplained(alarm)),
    innocents: cloud.quarantined.filter((thing) => !victims.has(thing)),
  };
}

function truthOf(report: AttackReport, attack: ScenarioAttack, cloud: CloudReport, raisedAt: ReadonlyMap<string, number>): GroundTruth {
  const { thing, source, startedAt, endedAt, instance } = report;
  const seen = cloud.alarms
    .filter((alarm) => attack.expect.includes(alarm.detector) && explains(report, alarm))
    .map((alarm) => ({ detector: alarm.detector, at: raisedAt.get(alarm.id) ?? alarm.firstSeen }))
    .sort((a, b) => a.at - b.at)[0];
  const contained = containedAt(attack, report, cloud.actions);
  return {
    attack: attack.id,
    instance,
    thing,
    source,
    startedAt,
    endedAt,
    techniques: ATTACK_KINDS[attack.kind].techniques,
    detectedBy: seen?.detector ?? null,
    detectDelayMs: seen === undefined ? null : delay(startedAt, seen.at),
    containDelayMs: contained === null ? null : delay(startedAt, contained),
  };
}

/** From when on the attacker can do nothing more: its address is blocked where the attack needs no identity, else the thing is in quarantine. */
function containedAt(
  { kind }: ScenarioAttack,
  { thing, source, startedAt }: AttackReport,
  actions: readonly ActionRecord[],
): number | null {
  const wanted = kind === "credential-brute-force" ? { action: "block-source", target: source } : { action: "quarantine", target: thing };
  const done = actions.find(
    ({ action, target, outcome, at }) =>
      action === wanted.action && target === wanted.target && outcome === "done" && at >= startedAt - CLOCK_SLACK_MS,
  );
  return done?.at ?? null;
}

function explains({ thing, source, startedAt, endedAt }: AttackReport, alarm: Alarm): boolean {
  const bySubject = alarm.thing === thing || (source !== "" && alarm.source === source);
  return bySubject && alarm.at >= startedAt - CLOCK_SLACK_MS && alarm.firstSeen <= endedAt + AFTERMATH_MS;
}

/** A device that reports a forged image speaks of the image: the job id is in the evidence the engine keeps. */
function isOfTampering(alarm: Alarm, tampered: readonly string[]): boolean {
  return tampered.some((id) => alarm.evidence.some((line) => line.includes(id)));
}

/** When each alarm was answered first, which is when it was raised; an alarm's own times move on with its episode. */
function firstRaised(actions: readonly ActionRecord[]): ReadonlyMap<string, number> {
  const raised = new Map<string, number>();
  for (const { alarm, at } of actions) if (!raised.has(alarm)) raised.set(alarm, at);
  return raised;
}

function attackOf(scenario: Scenario, id: string): ScenarioAttack {
  const attack = scenario.attacks.find((candidate) => candidate.id === id);
  if (attack === undefined) throw new Error(`no attack is called ${id}`);
  return attack;
}

/** Milliseconds, to a tenth. */
const delay = (from: number, to: number): number => Math.max(0, Math.round((to - from) * 10) / 10);

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
