import type { NotFlagged } from "./types.js";

/** EC2, VPC, load balancers, API Gateway, CloudFront, RDS, search, caches, EKS, streaming, build services, ... */
export const NETWORK_AND_COMPUTE: readonly NotFlagged[] = [
  {
    checks: { checkov: ["CKV_AWS_120", "CKV_AWS_225"] },
    asked: "API Gateway caches answers",
    why: "no-security",
    reason: "A matter of speed and cost",
  },
];
