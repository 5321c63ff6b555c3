import type { RolloutOutcome } from "../../model/run.js";
import type { AttackReport } from "../attacks/types.js";
import { MetricRegistry } from "../run/metrics.js";
import type { Judged } from "./ground-truth.js";
import type { CloudReport, WorkerReport } from "./messages.js";

/** The metrics of a run: what every process measured, added up, and what only the whole can tell. */
export function runMetrics(
  workers: readonly WorkerReport[],
  cloud: CloudReport,
  judged: Judged,
  rollouts: readonly RolloutOutcome[],
  attacks: readonly AttackReport[],
): MetricRegistry {
  const metrics = new MetricRegistry();
  metrics.merge(cloud.metrics);
  for (const worker of workers) metrics.merge(worker.metrics);
  addDetection(metrics, judged, attacks);
  addRollouts(metrics, rollouts);
  return metrics;
}

function addDetection(
  metrics: MetricRegistry,
  { truths, explained, falseAlarms, innocents }: Judged,
  attacks: readonly AttackReport[],
): void {
  for (const truth of truths) {
    metrics.rate("attack_detected", truth.detectedBy !== null, 1, truth.attack);
    metrics.rate("attack_contained", truth.containDelayMs !== null, 1, truth.attack);
    if (truth.detectDelayMs !== null) metrics.record("detect_delay", truth.detectDelayMs, truth.attack);
    if (truth.containDelayMs !== null) metrics.record("contain_delay", truth.containDelayMs, truth.attack);
  }
  for (const { detector } of explained) {
    metrics.add("alarms", 1, detector);
    metrics.rate("alarm_precision", true, 1, detector);
  }
  for (const { detector } of falseAlarms) {
    metrics.add("alarms", 1, detector);
    metrics.add("false_alarms", 1, detector);
    metrics.rate("alarm_precision", false, 1, detector);
  }
  metrics.add("innocents_quarantined", innocents.length);
  for (const { attack, foreignMessages } of attacks) metrics.add("foreign_messages_read", foreignMessages, attack);
}

function addRollouts(metrics: MetricRegistry, rollouts: readonly RolloutOutcome[]): void {
  for (const { id, tampered, notified, succeeded, rejected, failed, applied } of rollouts) {
    if (tampered === null) {
      if (notified > 0) metrics.rate("update_success", succeeded, notified, id);
      continue;
    }
    metrics.add("tampered_applied", applied, id);
    const answered = succeeded + rejected + failed;
    if (answered > 0) metrics.rate("tamper_refused", rejected + failed, answered, id);
  }
}
