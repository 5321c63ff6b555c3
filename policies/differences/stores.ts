import type { NotFlagged } from "./types.js";

/** Data bases, search and caches. */
export const STORES: readonly NotFlagged[] = [
  {
    checks: {
      checkov: ["CKV_AWS_146", "CKV_AWS_279", "CKV_AWS_280"],
      kics: ["656880aa-1388-488f-a6d4-8f73c23149b2"],
      securityHub: ["RDS.4", "Neptune.6"],
    },
    asked: "Snapshots of clusters are encrypted",
    why: "other-place",
    reason: "A snapshot has the encryption and the key of its cluster, and the provider gives no attribute to say otherwise",
    see: ["rds-storage-encrypted", "cluster-storage-encrypted", "store-customer-key"],
  },
  {
    checks: { kics: ["e6b4b943-6883-47a9-9739-7ada9568f8ca"] },
    asked: "A snapshot that is looked up is encrypted",
    why: "other-place",
    reason: "What a lookup finds was made elsewhere; volumes, copies and images made here are judged",
    see: ["ebs-volume-encrypted", "image-encrypted"],
  },
  {
    checks: { checkov: ["CKV_AWS_250", "CKV_AWS_388"] },
    asked: "PostgreSQL has no release with the log_fdw weakness of 2022",
    why: "other-place",
    reason:
      "Those minor releases can no longer be made; major versions past standard support are judged by date, and minor ones come by themselves",
    see: ["service-lifecycle-open", "rds-minor-upgrades"],
  },
  {
    checks: { checkov: ["CKV_AWS_325"], securityHub: ["RDS.34"] },
    asked: "Clusters of MySQL export the audit log by name",
    why: "other-place",
    reason: "Any exported log counts; whether the engine writes an audit log is a matter of its parameters and plugins",
    see: ["rds-logs-exported"],
  },
  {
    checks: { regula: ["FG_R00209"], cdkNag: ["AwsSolutions-N1"], securityHub: ["RDS.15", "Neptune.9"] },
    asked: "Clusters of Aurora and Neptune list several zones",
    why: "no-security",
    reason: "Both keep their data in three zones whatever is listed; a cluster of RDS that is not of Aurora always spans three",
    see: ["rds-multi-az"],
  },
  {
    checks: { checkov: ["CKV2_AWS_8"], securityHub: ["RDS.26"] },
    asked: "Clusters of RDS have a plan of AWS Backup",
    why: "other-place",
    reason: "Automated backups of RDS do the same and are asked for; a plan on top is a decision of the organisation",
    see: ["rds-backup-retention", "backup-plan-retention"],
  },
  {
    checks: { kics: ["e7530c3c-b7cf-4149-8db9-d037a0b5268e"] },
    asked: "The access policy of search domains names a principal of IAM",
    why: "other-place",
    reason: "A policy open to everyone is found, and users of the domain are asked for",
    see: ["opensearch-policy-not-public", "opensearch-fine-grained"],
  },
  {
    checks: {
      checkov: ["CKV_AWS_391", "CKV_AWS_320"],
      cdkNag: ["AwsSolutions-RS3"],
      securityHub: ["RDS.24", "RDS.25", "Redshift.8", "RedshiftServerless.5"],
    },
    asked: "Redshift has no usual name for its master user and its data base",
    why: "no-security",
    reason: "A name is not a secret; that nobody outside can try it is asked for",
    see: ["store-not-public"],
  },
  {
    checks: {
      kics: ["5d89db57-8b51-4b38-bb76-b9bd42bd40f0", "bca7cc4d-b3a4-4345-9461-eb69c68fcd26", "41abc6cc-dde1-4217-83d3-fb5f0cc09d8f"],
      cdkNag: ["AwsSolutions-AEC5", "AwsSolutions-DOC2", "AwsSolutions-RDS11", "AwsSolutions-RS4"],
      securityHub: ["RDS.23"],
    },
    asked: "Data bases and caches listen on unusual ports",
    why: "no-security",
    reason: "A scan finds the port in seconds; who may reach it is judged",
    see: ["security-group-risky-ports-closed"],
  },
  {
    checks: { checkov: ["CKV2_AWS_27", "CKV2_AWS_30"], kics: ["820882c4-0c07-4686-b1ca-c69241c57470"] },
    asked: "PostgreSQL logs every statement",
    why: "harmful",
    reason:
      "Statements carry the personal data that is written, which then lies in the log for a year; connections and errors are exported without it",
    see: ["rds-logs-exported"],
  },
  {
    checks: { checkov: ["CKV_AWS_321"], securityHub: ["Redshift.7", "RedshiftServerless.1"] },
    asked: "Redshift routes its copies through the VPC",
    why: "harmful",
    reason: "Copies to S3 stay on the network of AWS either way; inside the VPC they need endpoints and only then gain a policy",
  },
  {
    checks: { checkov: ["CKV_AWS_353"], trivy: ["AWS-0133"] },
    asked: "Performance Insights are on",
    why: "no-security",
    reason: "A matter of tuning; where they are on, their key is judged",
    see: ["rds-insights-customer-key"],
  },
  {
    checks: { kics: ["e979fcbc-df6c-422d-9458-c33d65e71c45"], cdkNag: ["AwsSolutions-OS9"] },
    asked: "Search domains log slow queries",
    why: "no-security",
    reason: "A matter of tuning; the audit log is asked for",
    see: ["opensearch-audit-logged"],
  },
  {
    checks: { cdkNag: ["AwsSolutions-OS3"] },
    asked: "Search domains take requests from listed addresses only",
    why: "harmful",
    reason: "A domain inside a VPC takes no such condition; that it lies there, and is open to nobody without a name, is judged",
    see: ["opensearch-in-vpc", "opensearch-policy-not-public"],
  },
];
