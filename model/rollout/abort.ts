import type { RolloutPlan } from "./plan.js";

export interface ExecutedCounts {
  readonly succeeded: number;
  readonly failed: number;
  readonly rejected: number;
  readonly timedOut: number;
}

type Criterion = RolloutPlan["abort"][number];

/** Executions that have come to an end; one that will be retried has not. */
export function executed(counts: ExecutedCounts): number {
  return counts.succeeded + counts.failed + counts.rejected + counts.timedOut;
}

/**
 * The first criterion that is met: enough executions have ended and the share of its failures among them has reached the threshold.
 * Source: docs.aws.amazon.com/iot/latest/apireference/API_AbortCriteria.html
 */
export function abortedBy(criteria: readonly Criterion[], counts: ExecutedCounts): Criterion | undefined {
  const total = executed(counts);
  return criteria.find(
    (criterion) =>
      total > 0 &&
      total >= criterion.minExecuted &&
      failures(criterion, counts) * 100 >= criterion.thresholdPercentage * total &&
      failures(criterion, counts) > 0,
  );
}

export function failures(criterion: Criterion, counts: ExecutedCounts): number {
  switch (criterion.failureType) {
    case "FAILED":
      return counts.failed;
    case "REJECTED":
      return counts.rejected;
    case "TIMED_OUT":
      return counts.timedOut;
    case "ALL":
      return counts.failed + counts.rejected + counts.timedOut;
  }
}
