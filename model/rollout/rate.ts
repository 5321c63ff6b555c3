import type { RolloutPlan } from "./plan.js";

/** Devices a minute the plan allows once so many of the fleet (canaries left out) were notified or have succeeded. */
export function rateAt(rate: RolloutPlan["rate"], fleet: { readonly notified: number; readonly succeeded: number }): number {
  if (rate.kind === "constant") return rate.perMinute;
  const [reached, step] =
    "succeeded" in rate.increaseAfter ? [fleet.succeeded, rate.increaseAfter.succeeded] : [fleet.notified, rate.increaseAfter.notified];
  // AWS IoT multiplies the rate each time the criterion's number is reached again.
  // Source: docs.aws.amazon.com/iot/latest/developerguide/jobs-configurations-details.html
  return Math.min(rate.maximumPerMinute, rate.basePerMinute * rate.incrementFactor ** Math.floor(reached / step));
}

/** The rate before anything has happened: what canaries are served at. */
export function baseRate(rate: RolloutPlan["rate"]): number {
  return rate.kind === "constant" ? rate.perMinute : Math.min(rate.basePerMinute, rate.maximumPerMinute);
}
