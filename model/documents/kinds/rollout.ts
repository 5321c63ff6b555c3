import { z } from "zod";
import type { RolloutPlan } from "../../rollout/plan.js";
import { documentOf, id, percent, positiveDays, severity, text } from "../scalars.js";

/** Ranges are AWS IoT's own: https://docs.aws.amazon.com/iot/latest/developerguide/jobs-configurations-details.html and job-limits.html. */
const perMinute = z.int().min(1).max(1000, "AWS IoT rolls out to at most 1000 devices a minute and job");
const retries = z.int().min(0).max(10);

const rate = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("constant"), perMinute }),
  z.strictObject({
    kind: z.literal("exponential"),
    basePerMinute: perMinute,
    incrementFactor: z.number().min(1.1).max(5).multipleOf(0.1, "AWS IoT takes one decimal, from 1.1 to 5"),
    maximumPerMinute: perMinute,
    increaseAfter: z.union(
      [z.strictObject({ succeeded: z.int().min(1) }), z.strictObject({ notified: z.int().min(1) })],
      "expected succeeded or notified, with a number of devices",
    ),
  }),
]);

const canary = z.strictObject({
  percent: percent.describe("Share of the fleet served first."),
  successPercent: percent.describe("Share of the canaries that must have succeeded before anyone else is offered the release."),
  soakHours: z.number().min(0).max(8760).describe("Time the canaries must run the release before the fleet follows."),
});

export const rolloutSchema = documentOf("Rollout", {
  owner: text,
  models: z.array(id).min(1),
  canary,
  rate,
  abort: z
    .array(
      z.strictObject({
        failureType: z.enum(["FAILED", "REJECTED", "TIMED_OUT", "ALL"]),
        thresholdPercent: z.number().gt(0).max(100),
        minExecuted: z.int().min(1).describe("Executions that must have ended before the threshold counts."),
      }),
    )
    .describe("Empty: nothing stops a bad release."),
  timeoutMinutes: z
    .int()
    .min(1)
    .max(10_080)
    .describe("After it an execution in progress is TIMED_OUT. A bricked device never reports anything else."),
  retries: z.strictObject({ failed: retries, timedOut: retries }),
  critical: z
    .strictObject({
      soakHours: z.number().min(0).max(8760),
      successPercent: percent,
      approvers: z.array(text).min(1).describe("People who must agree to shorten the soak."),
      reportWithinDays: positiveDays.describe("A report on each use of the lane is due by then."),
    })
    .optional()
    .describe("Lane for critical updates: waits less, skips no signature and no test."),
  targets: z
    .array(z.strictObject({ severity, days: positiveDays, percent }))
    .min(1)
    .describe("Share of the fleet that runs a release of this severity so many days after it came out."),
})
  .refine((plan) => plan.rate.kind === "constant" || plan.rate.basePerMinute <= plan.rate.maximumPerMinute, {
    path: ["rate", "maximumPerMinute"],
    error: "is below basePerMinute, so the rate could never grow",
  })
  .refine((plan) => plan.critical === undefined || plan.critical.soakHours <= plan.canary.soakHours, {
    path: ["critical", "soakHours"],
    error: "is longer than the normal soak",
  });

export type Rollout = z.infer<typeof rolloutSchema>;

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/**
 * The plan that constructs deploy and the simulator runs. The critical lane shortens the canary gate only.
 * @param lane `critical` on a document without one gives the normal plan.
 */
export function toRolloutPlan(document: Rollout, lane: "normal" | "critical" = "normal"): RolloutPlan {
  const gate = lane === "critical" ? (document.critical ?? document.canary) : document.canary;
  return {
    id: lane === "critical" && document.critical !== undefined ? `${document.name}-critical` : document.name,
    canaryShare: document.canary.percent / 100,
    canarySuccess: gate.successPercent / 100,
    soakMs: Math.round(gate.soakHours * HOUR_MS),
    rate: document.rate,
    abort: document.abort.map(({ failureType, thresholdPercent, minExecuted }) => ({
      failureType,
      thresholdPercentage: thresholdPercent,
      minExecuted,
    })),
    inProgressTimeoutMs: document.timeoutMinutes * MINUTE_MS,
    retries: document.retries,
  };
}
