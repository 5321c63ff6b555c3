import { BASELINE } from "../../model/baseline.js";
import type { RolloutPlan } from "../../model/index.js";
import { baseRate } from "../../model/rollout/rate.js";
import type { CfnProperties } from "../base/cfn-typed-shape.js";
import type { JOB_TEMPLATE } from "../base/cfn-typed-update.js";

type JobConfig = Pick<
  CfnProperties<typeof JOB_TEMPLATE>,
  "AbortConfig" | "JobExecutionsRetryConfig" | "JobExecutionsRolloutConfig" | "TimeoutConfig"
>;

/** What a fleet gets that says nothing of its own: canaries first, then faster with every thousand devices that succeeded, and a stop at one failure in ten. */
export const DEFAULT_ROLLOUT: RolloutPlan = {
  id: "default",
  canaryShare: 0.05,
  canarySuccess: BASELINE.rollout.canarySuccess,
  soakMs: 24 * 3_600_000,
  rate: {
    kind: "exponential",
    basePerMinute: 50,
    incrementFactor: 2,
    maximumPerMinute: BASELINE.rollout.maximumPerMinute,
    increaseAfter: { succeeded: 1000 },
  },
  abort: [{ failureType: "ALL", thresholdPercentage: BASELINE.rollout.abortThresholdPercentage, minExecuted: 20 }],
  inProgressTimeoutMs: 60 * 60_000,
  retries: { failed: 2, timedOut: 1 },
};

const MINUTE_MS = 60_000;

/**
 * The part of a rollout plan an AWS IoT job carries itself. The canary gate is not among it: AWS has none, so canaries get a job of their own,
 * at the rate the plan starts with. Source: https://docs.aws.amazon.com/iot/latest/developerguide/jobs-configurations-details.html
 */
export function jobConfigOf(plan: RolloutPlan, stage: "canary" | "fleet"): JobConfig {
  return {
    JobExecutionsRolloutConfig: stage === "canary" ? { MaximumPerMinute: baseRate(plan.rate) } : rolloutConfig(plan.rate),
    ...(plan.abort.length === 0
      ? {}
      : {
          AbortConfig: {
            CriteriaList: plan.abort.map(({ failureType, thresholdPercentage, minExecuted }) => ({
              Action: "CANCEL" as const,
              FailureType: failureType,
              MinNumberOfExecutedThings: minExecuted,
              ThresholdPercentage: thresholdPercentage,
            })),
          },
        }),
    TimeoutConfig: { InProgressTimeoutInMinutes: Math.ceil(plan.inProgressTimeoutMs / MINUTE_MS) },
    ...retryConfig(plan.retries),
  };
}

function rolloutConfig(rate: RolloutPlan["rate"]): JobConfig["JobExecutionsRolloutConfig"] {
  if (rate.kind === "constant") return { MaximumPerMinute: rate.perMinute };
  return {
    MaximumPerMinute: rate.maximumPerMinute,
    ExponentialRolloutRate: {
      BaseRatePerMinute: rate.basePerMinute,
      IncrementFactor: rate.incrementFactor,
      RateIncreaseCriteria:
        "succeeded" in rate.increaseAfter
          ? { NumberOfSucceededThings: rate.increaseAfter.succeeded }
          : { NumberOfNotifiedThings: rate.increaseAfter.notified },
    },
  };
}

/** A retry of none is not written: AWS takes the list with at least one entry, or none. */
function retryConfig({ failed, timedOut }: RolloutPlan["retries"]): Pick<JobConfig, "JobExecutionsRetryConfig"> {
  const criteria = [
    { FailureType: "FAILED" as const, NumberOfRetries: failed },
    { FailureType: "TIMED_OUT" as const, NumberOfRetries: timedOut },
  ].filter(({ NumberOfRetries }) => NumberOfRetries > 0);
  return criteria.length === 0 ? {} : { JobExecutionsRetryConfig: { RetryCriteriaList: criteria } };
}
