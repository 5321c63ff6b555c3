import { Construct } from "constructs";
import { GuarddutyDetector } from "#aws/guardduty-detector";
import { GuarddutyDetectorFeature } from "#aws/guardduty-detector-feature";
import type { InContext } from "../base/backend-context.js";

/** What GuardDuty reads beside trail, flow logs and DNS. Source: https://docs.aws.amazon.com/guardduty/latest/APIReference/API_DetectorFeatureConfiguration.html */
export const THREAT_SOURCES = ["S3_DATA_EVENTS", "LAMBDA_NETWORK_LOGS", "RUNTIME_MONITORING", "EBS_MALWARE_PROTECTION"] as const;
export type ThreatSource = (typeof THREAT_SOURCES)[number];

/** What puts the agents of runtime monitoring where something runs. Source: https://docs.aws.amazon.com/guardduty/latest/APIReference/API_DetectorAdditionalConfiguration.html */
const AGENTS = ["EKS_ADDON_MANAGEMENT", "ECS_FARGATE_AGENT_MANAGEMENT", "EC2_AGENT_MANAGEMENT"] as const;

export interface ThreatDetectionProps extends InContext {
  /** Sources beside the basic ones; those of instances cost nothing where there are none. @default S3_DATA_EVENTS, LAMBDA_NETWORK_LOGS @obligation OBL-INC-1 */
  readonly sources?: readonly ThreatSource[];
}

/**
 * GuardDuty, with news of a finding that goes on every fifteen minutes. @obligation OBL-INC-1 @obligation OBL-CONS-3
 * @setting guardduty-enabled: GuardDuty is on
 * @setting guardduty-features: what the stack is made of is watched (`S3_DATA_EVENTS`, `LAMBDA_NETWORK_LOGS`), and agents come by themselves
 * @setting guardduty-prompt: a finding that goes on is told every quarter of an hour (`FIFTEEN_MINUTES`)
 * @cost events of the trail, object events, and traffic that is analysed
 */
export class ThreatDetection extends Construct {
  readonly detector: GuarddutyDetector;
  readonly features: readonly GuarddutyDetectorFeature[];

  constructor(scope: Construct, id: string, { context, sources = ["S3_DATA_EVENTS", "LAMBDA_NETWORK_LOGS"] }: ThreatDetectionProps) {
    super(scope, id);
    this.detector = new GuarddutyDetector(this, "detector", {
      enable: true,
      findingPublishingFrequency: "FIFTEEN_MINUTES",
      tags: context.tags("audit"),
    });
    this.features = sources.map(
      (name) =>
        new GuarddutyDetectorFeature(this, name.toLowerCase().replaceAll("_", "-"), {
          detectorId: this.detector.id,
          name,
          status: "ENABLED",
          ...(name === "RUNTIME_MONITORING" && { additionalConfiguration: AGENTS.map((agent) => ({ name: agent, status: "ENABLED" })) }),
        }),
    );
  }
}
