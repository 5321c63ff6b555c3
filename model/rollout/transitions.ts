import type { ExecutionStatus } from "./plan.js";

export type Actor = "device" | "service";

/**
 * Which status of a job execution may follow which, and who may set it.
 * Source: docs.aws.amazon.com/iot/latest/developerguide/iot-jobs-lifecycle.html
 */
export const TRANSITIONS: Readonly<Record<ExecutionStatus, Readonly<Record<Actor, readonly ExecutionStatus[]>>>> = {
  // A device may answer without starting first: "not for me" is REJECTED straight from QUEUED.
  QUEUED: { device: ["IN_PROGRESS", "SUCCEEDED", "FAILED", "REJECTED"], service: ["CANCELED", "REMOVED", "TIMED_OUT"] },
  // IN_PROGRESS again carries new status details. An abort leaves a started install alone: cancelling one needs `force`.
  IN_PROGRESS: { device: ["IN_PROGRESS", "SUCCEEDED", "FAILED", "REJECTED"], service: ["TIMED_OUT", "CANCELED", "REMOVED"] },
  // The retry configuration queues a new attempt. REJECTED is never retried.
  FAILED: { device: [], service: ["QUEUED"] },
  TIMED_OUT: { device: [], service: ["QUEUED"] },
  SUCCEEDED: { device: [], service: [] },
  REJECTED: { device: [], service: [] },
  REMOVED: { device: [], service: [] },
  CANCELED: { device: [], service: [] },
};

export const TERMINAL_STATUSES = [
  "SUCCEEDED",
  "FAILED",
  "TIMED_OUT",
  "REJECTED",
  "REMOVED",
  "CANCELED",
] as const satisfies readonly ExecutionStatus[];

export function isTerminal(status: ExecutionStatus): boolean {
  return status !== "QUEUED" && status !== "IN_PROGRESS";
}

export function mayFollow(from: ExecutionStatus, to: ExecutionStatus, actor: Actor): boolean {
  return TRANSITIONS[from][actor].includes(to);
}
