import { Construct } from "constructs";
import type { Detector } from "../../model/detectors/types.js";
import { BulwarkError } from "../../model/errors.js";
import type { AlertTopic } from "../base/alert-topic.js";
import type { InContext } from "../base/backend-context.js";
import { CfnTyped } from "../base/cfn-typed.js";
import { SECURITY_PROFILE } from "../base/cfn-typed-detect.js";
import type { CfnProperties } from "../base/cfn-typed-shape.js";
import { ServiceRole } from "../base/service-role.js";
import type { ThingGroups } from "../identity/thing-groups.js";

type Behavior = NonNullable<CfnProperties<typeof SECURITY_PROFILE>["Behaviors"]>[number];

export interface SecurityProfileProps extends InContext {
  /** Where alarms go. @obligation OBL-CONS-4 */
  readonly alerts: AlertTopic;
  /** Groups of the fleet. @wiring */
  readonly groups: ThingGroups;
  /** Detectors of the model; each becomes a behaviour or is refused with the reason. @obligation OBL-CONS-2 @accept service-lifecycle-open */
  readonly detectors: readonly Detector[];
}

/**
 * The model's detectors as a security profile of Device Defender Detect, for accounts that use it already: AWS takes no new customers since
 * 31 August 2026, so this needs an accept for `service-lifecycle-open`, and the detection of `backend/` stays what decides.
 * @obligation OBL-CONS-2 @obligation OBL-CONS-3
 * @setting iot-security-profile-alerts: a device that leaves its profile is told of
 * @setting iot-security-profile-behaviors: what is normal is written out, detector by detector
 * @cost devices and metrics that are watched
 * Source: https://docs.aws.amazon.com/iot-device-defender/latest/devguide/device-defender-detect.html
 */
export class SecurityProfile extends Construct {
  readonly profile: CfnTyped<typeof SECURITY_PROFILE>;
  readonly alertRole: ServiceRole;

  constructor(scope: Construct, id: string, { context, alerts, groups, detectors }: SecurityProfileProps) {
    super(scope, id);
    const name = context.name("fleet");
    const hardening = context.hardening(this);
    hardening.oneOf("service-lifecycle-open", "Type", SECURITY_PROFILE.type as string, [OWN_DETECTION], OWN_DETECTION);
    this.alertRole = new ServiceRole(this, "alert", {
      context,
      purpose: "defender-alert",
      service: "iot.amazonaws.com",
      sourceArn: context.arn("iot", `securityprofile/${name}`),
      dataClass: "audit",
      description: "Lets Device Defender tell of a device that leaves its profile",
    });
    alerts.grantPublish(this.alertRole);
    this.profile = new CfnTyped(this, "profile", {
      context,
      type: SECURITY_PROFILE,
      dataClass: "audit",
      dependsOn: [this.alertRole.policy, groups.fleet],
      properties: {
        SecurityProfileName: name,
        SecurityProfileDescription: "Detectors of the model that Device Defender can express",
        AlertTargets: { SNS: { AlertTargetArn: alerts.arn, RoleArn: this.alertRole.arn } },
        Behaviors: detectors.map((detector) => this.behaviorOf(detector)),
        TargetArns: [context.arn("iot", `thinggroup/${name}`)],
      },
    });
    hardening.bind(this.profile.resource);
  }

  private behaviorOf(detector: Detector): Behavior {
    const found = toBehavior(detector);
    if (!("problem" in found)) return found;
    throw new BulwarkError("BW_PROP_INVALID", {
      construct: this.node.path,
      property: "detectors",
      given: detector.id,
      problem: `Device Defender cannot express it: ${found.problem}`,
    });
  }
}

const OWN_DETECTION = "detection engine";

/** Seconds. Source: https://docs.aws.amazon.com/iot/latest/apireference/API_BehaviorCriteria.html */
const WINDOWS = [300, 600, 900, 1800, 3600];

/** Cloud-side metrics, by the events they count. Source: https://docs.aws.amazon.com/iot-device-defender/latest/devguide/detect-cloud-side-metrics.html */
const METRICS: readonly { readonly metric: string; readonly events: readonly string[]; readonly reason?: string }[] = [
  {
    metric: "aws:num-authorization-failures",
    events: ["connect-refused", "publish-refused", "subscribe-refused"],
    reason: "authorization",
  },
  { metric: "aws:num-disconnects", events: ["disconnected"] },
  { metric: "aws:num-connection-attempts", events: ["connected", "connect-refused"] },
  { metric: "aws:num-messages-sent", events: ["published"] },
];

/** A detector as a behaviour of the same meaning, or why there is none. Metrics count for one thing, all events of their kind, in fixed windows. */
export function toBehavior({ id, subject, logic }: Detector): Behavior | { readonly problem: string } {
  if (subject !== "thing") return { problem: "it watches network addresses, and metrics are kept for things" };
  if (logic.kind !== "count") return { problem: `there is no metric for a detector of kind ${logic.kind}` };
  if (logic.topics !== undefined) return { problem: "metrics of refusals know no topics" };
  if (logic.distinct !== undefined) return { problem: "metrics count events, not client ids" };
  const seconds = logic.windowMs / 1000;
  if (!WINDOWS.includes(seconds)) return { problem: `its window is ${seconds} s, and AWS takes ${WINDOWS.join(", ")} s` };
  const metric = METRICS.find(
    ({ events, reason }) => sameSet(events, logic.events) && sameSet(reason ? [reason] : [], logic.reasons ?? []),
  );
  if (metric === undefined) return { problem: `no metric counts exactly ${logic.events.join(", ")}` };
  return {
    Name: id,
    Metric: metric.metric,
    Criteria: {
      ComparisonOperator: "greater-than-equals",
      DurationSeconds: seconds,
      Value: { Count: String(logic.count) },
      ConsecutiveDatapointsToAlarm: 1,
      ConsecutiveDatapointsToClear: 1,
    },
  };
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((item) => b.includes(item));
