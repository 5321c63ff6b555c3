import { Construct } from "constructs";
import { BASELINE } from "../../model/baseline.js";
import type { RolloutPlan } from "../../model/index.js";
import type { InContext } from "../base/backend-context.js";
import { CfnTyped } from "../base/cfn-typed.js";
import { JOB_TEMPLATE } from "../base/cfn-typed-update.js";
import { policyVar } from "../base/iot-var.js";
import type { FirmwareStore } from "./firmware-store.js";
import { DEFAULT_ROLLOUT, jobConfigOf } from "./rollout-config.js";

export interface UpdateJobsProps extends InContext {
  /** Where the firmware lies. @wiring */
  readonly store: FirmwareStore;
  /** How a release reaches the fleet; `toRolloutPlan` makes it of a Rollout document. @default DEFAULT_ROLLOUT @obligation OBL-SDLC-6 @accept iot-job-abort */
  readonly rollout?: RolloutPlan;
  /** Seconds a download link holds, 60-3600. A device that was slow asks for the job again. @default 900 @obligation OBL-SDLC-7 */
  readonly linkSeconds?: number;
  /** Job document; `policyVar` writes a placeholder of AWS. @default the version's attributes, and a signed link to its artifact @wiring */
  readonly document?: object;
}

const LINK_SECONDS = 900;

/**
 * The two jobs of every release: for the canary group, and for the fleet once its canaries have run the release for the plan's time. What runs
 * away is stopped by AWS itself: rate, abort, timeout and retries come from the one rollout plan the rehearsal runs. A job names a package
 * version when it is made (`destinationPackageVersions`), and AWS fills in its attributes and a link to its artifact that each device gets for
 * itself. @obligation OBL-SDLC-6 @obligation OBL-CONS-13 @obligation OBL-CONS-14
 * @setting iot-job-abort: a roll-out stops itself when 10 % of the devices fail
 * @setting iot-job-rollout-rate: at most 1000 devices start in a minute
 * @setting iot-job-timeout: a device has 60 minutes
 * @setting iot-job-retry: a device that failed tries again, 2 times
 * @setting iot-job-download-signed: a link to the image holds for 900 seconds
 * @cost updates: each device and job is one remote action
 * Source: https://docs.aws.amazon.com/iot/latest/developerguide/preparing-jobs-for-service-package-catalog.html
 */
export class UpdateJobs extends Construct {
  readonly canary: CfnTyped<typeof JOB_TEMPLATE>;
  readonly fleet: CfnTyped<typeof JOB_TEMPLATE>;
  readonly rollout: RolloutPlan;

  constructor(scope: Construct, id: string, props: UpdateJobsProps) {
    super(scope, id);
    this.rollout = props.rollout ?? DEFAULT_ROLLOUT;
    const share = `${Math.round(this.rollout.canaryShare * 1000) / 10} %`;
    const soakHours = Math.round(this.rollout.soakMs / 360_000) / 10;
    const success = `${Math.round(this.rollout.canarySuccess * 1000) / 10} %`;
    this.canary = this.template("canary", `A release to the ${share} of the fleet in the canary group, first`, props);
    this.fleet = this.template(
      "fleet",
      `A release to the fleet, when ${success} of the canaries have succeeded and run it for ${soakHours} hours`,
      props,
    );
  }

  private template(stage: "canary" | "fleet", description: string, props: UpdateJobsProps): CfnTyped<typeof JOB_TEMPLATE> {
    const { context, store, linkSeconds = LINK_SECONDS, document = JOB_DOCUMENT } = props;
    const hardening = context.hardening(this);
    // The strictest criterion decides: a looser one beside it takes nothing away. Without one that counts failures every device is reached.
    const strictest = Math.min(
      100,
      ...this.rollout.abort
        .filter(({ failureType }) => failureType === "FAILED" || failureType === "ALL")
        .map(({ thresholdPercentage }) => thresholdPercentage),
    );
    hardening.atMost("iot-job-abort", "AbortConfig.CriteriaList", strictest, BASELINE.rollout.abortThresholdPercentage);
    const template = new CfnTyped(this, stage, {
      context,
      type: JOB_TEMPLATE,
      dataClass: "firmware",
      dependsOn: [store.downloadRole.policy],
      properties: {
        JobTemplateId: context.name(`update-${stage}`),
        Description: description,
        Document: JSON.stringify(document),
        PresignedUrlConfig: { RoleArn: store.downloadRole.arn, ExpiresInSec: linkSeconds },
        ...jobConfigOf(this.rollout, stage),
      },
    });
    hardening.bind(template.resource);
    return template;
  }
}

/** Empty names stand for the package version the job is made with. */
const JOB_DOCUMENT = {
  operation: "install-firmware",
  release: policyVar("aws:iot:package::version::attributes"),
  image: policyVar("aws:iot:package::version::artifact:s3-presigned-url"),
};
