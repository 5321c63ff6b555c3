import { createHash } from "node:crypto";
import { canonicalJson } from "../../model/canonical-json.js";
import type { RolloutOutcome } from "../../model/run.js";
import type { Judged } from "./ground-truth.js";
import type { CloudReport, WorkerReport } from "./messages.js";
import type { RunPlan } from "./run-plan.js";

/**
 * SHA-256 over everything a run decided and nothing it merely measured: who was attacked and reached for, which instances were detected, who
 * was quarantined, who were canaries, how each roll-out ended and which device ends on which version. Attacked devices are left out of the
 * last: whether a device is updated before or after it is quarantined is a matter of milliseconds.
 */
export function decisionsDigest(
  plan: RunPlan,
  judged: Judged,
  cloud: CloudReport,
  rollouts: readonly RolloutOutcome[],
  workers: readonly WorkerReport[],
): string {
  const attacked = new Set(plan.attacks.map(({ thing }) => thing));
  const versions = workers
    .flatMap(({ devices }) => devices)
    .filter(({ thing }) => !attacked.has(thing))
    .map(({ thing, version }) => `${thing} ${version}`)
    .sort();
  const decisions = {
    attacks: plan.attacks.map(({ attack, instance, thing, targets }) => ({ attack, instance, thing, targets })),
    detected: judged.truths.map(({ attack, instance, detectedBy, containDelayMs }) => ({
      attack,
      instance,
      detected: detectedBy !== null,
      contained: containDelayMs !== null,
    })),
    falseAlarms: judged.falseAlarms.map(({ detector, thing, source }) => `${detector} ${thing ?? source}`).sort(),
    quarantined: cloud.quarantined,
    rollouts: rollouts.map(({ id, state }) => ({
      id,
      state,
      canaries: plan.rollouts.find(({ order }) => order.id === id)?.order.canaries,
    })),
    versions,
  };
  return createHash("sha256").update(canonicalJson(decisions)).digest("hex");
}
