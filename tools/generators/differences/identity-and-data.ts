import type { NotFlagged } from "./types.js";

/** IAM, S3, KMS, SNS, SQS, Lambda, CloudTrail, logs, SSM, secrets, ECR, ECS, Kinesis, DynamoDB, Athena, Glue, ... */
export const IDENTITY_AND_DATA: readonly NotFlagged[] = [
  {
    checks: { checkov: ["CKV_AWS_9"] },
    asked: "Console passwords expire after 90 days",
    why: "harmful",
    reason: "Forced changes lead to predictable passwords; length, no reuse and a second factor do not",
    see: ["iam-password-length", "iam-password-reuse"],
  },
  {
    checks: { checkov: ["CKV_AWS_117"] },
    asked: "Every function lies in a VPC",
    why: "harmful",
    reason: "A function without private resources gains a network and loses nothing it had",
  },
];
