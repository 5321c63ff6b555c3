import type { Verdict } from "../../model/finding.js";
import type { Kind } from "./example-plans.js";

/** What the author wrote suffices for these, though its value is not known before apply; or it cannot change the verdict. */
const DECIDED_WITHOUT_THE_VALUE: Readonly<Record<string, Verdict>> = {
  "iot-certificate-csr": "pass",
  "cloudtrail-to-logs": "pass",
  "iot-provisioning-hook": "pass",
  "iot-topic-rule-error-action": "pass",
  "lambda-dead-letters": "pass",
  "iot-topic-rule-live-services": "fail",
  "apigateway-backend-certificate": "pass",
  "apigateway-request-validated": "pass",
  "apigateway-stage-access-logged": "pass",
  "autoscaling-launch-template": "pass",
  "cloudfront-firewalled": "pass",
  "cloudfront-root-object": "pass",
  "cloudfront-security-headers": "pass",
  "ec2-instance-role": "pass",
  "efs-access-point-identity": "pass",
  "eks-node-ssh-bound": "pass",
  "elasticache-authenticated": "pass",
  "opensearch-in-vpc": "pass",
  "rds-logs-exported": "pass",
  "rds-password-not-in-state": "fail",
  "store-subnets-named": "pass",
};

export const expectedOf = (rule: string, kind: Kind): Verdict =>
  kind === "good" ? "pass" : kind === "bad" ? "fail" : (DECIDED_WITHOUT_THE_VALUE[rule] ?? "unknown");
/** Verdicts that an example with this one does not have on any other resource. */
export const NOT_BESIDE: Readonly<Record<string, readonly Verdict[]>> = { pass: ["fail", "unknown"], unknown: ["fail"], fail: [] };
