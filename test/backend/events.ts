import type { FleetEvent, RefusalReason } from "../../model/detectors/types.js";

/** Seconds after the start of a test, as a time. */
export const at = (seconds: number): number => Date.UTC(2026, 10, 25) + Math.round(seconds * 1000);

export const subscribeRefused = (
  seconds: number,
  thing: string,
  filter = "dt/other/up",
  reason: RefusalReason = "authorization",
): FleetEvent => ({
  type: "subscribe-refused",
  at: at(seconds),
  thing,
  filter,
  reason,
});

export const connectRefused = (seconds: number, source: string, reason: RefusalReason, clientId?: string): FleetEvent => ({
  type: "connect-refused",
  at: at(seconds),
  source,
  reason,
  ...(clientId === undefined ? {} : { clientId }),
});

export const published = (seconds: number, thing: string, bytes: number): FleetEvent => ({
  type: "published",
  at: at(seconds),
  thing,
  topic: `dt/${thing}/up`,
  bytes,
});

export const jobEnded = (seconds: number, thing: string, reasonCode: string): FleetEvent => ({
  type: "job-execution",
  at: at(seconds),
  thing,
  jobId: "job-1",
  status: "REJECTED",
  reasonCode,
});
