import type { Peer } from "../../agreement/record.js";

/** Checks of others that find a fault in a compared plan where the rules that name them find none, and why that is so on purpose. */
export interface Explained {
  readonly peer: Peer;
  readonly checks: readonly string[];
  /** No full stop. */
  readonly why: string;
  /** Rules of which one speaks in each of those plans; left out where the plan holds no fault for us. */
  readonly instead?: readonly string[];
}

export const ONLY_THEY: readonly Explained[] = [
  {
    peer: "checkov",
    checks: ["CKV_AWS_289", "CKV_AWS_355"],
    why: "A statement is told once, by the rule that says the worst of it",
    instead: [
      "iam-policy-no-escalation",
      "iam-policy-passrole-narrow",
      "iam-policy-decrypt-narrow",
      "iam-policy-assume-narrow",
      "iam-policy-credentials-narrow",
      "iam-policy-no-service-wildcard",
    ],
  },
  {
    peer: "checkov",
    checks: ["CKV2_AWS_47", "CKV2_AWS_76", "CKV2_AWS_77", "CKV2_AWS_78"],
    why: "They ask each distribution, load balancer and interface for a web ACL in the same plan; that there is one is asked by other rules, and its rules are judged at the web ACL",
  },
  {
    peer: "checkov",
    checks: ["CKV_AWS_116"],
    why: "Only a function that the plan shows to be invoked asynchronously loses events without a queue for them",
  },
  { peer: "checkov", checks: ["CKV_AWS_314"], why: "A build project logs to CloudWatch Logs unless it is told not to" },
  { peer: "checkov", checks: ["CKV_AWS_27"], why: "SQS encrypts a new queue with a key of its own unless it is told not to" },
  {
    peer: "checkov",
    checks: ["CKV_AWS_259"],
    why: "Being preloaded into browsers can hardly be taken back, and is not asked for",
  },
  {
    peer: "checkov",
    checks: ["CKV2_AWS_32"],
    why: "They look for the policy of headers in the plan; one of those that AWS manages has an id and stands in none",
  },
  { peer: "checkov", checks: ["CKV2_AWS_10"], why: "They look for the log group in the plan; its ARN will do" },
  { peer: "checkov", checks: ["CKV2_AWS_3"], why: "They ask for the settings of an organisation; a detector watches its account without" },
  { peer: "checkov", checks: ["CKV_AWS_148"], why: "A default VPC with force_destroy is taken in to be removed" },
  { peer: "checkov", checks: ["CKV_AWS_46"], why: "They take the base64 of a script for a key; we read the script" },
  {
    peer: "checkov",
    checks: ["CKV_AWS_61"],
    why: "They flag an account as the one that may come in; with an external id it is bound",
  },
  {
    peer: "checkov",
    checks: ["CKV_AWS_205"],
    why: "Sharing an image with an account by name is a decision somebody made; sharing it with everyone is the fault",
  },
  { peer: "checkov", checks: ["CKV_AWS_71"], why: "They read a block that the provider has replaced with aws_redshift_logging" },
  { peer: "checkov", checks: ["CKV_AWS_285"], why: "What a run carries may be personal data; its log names each step without it" },
  {
    peer: "checkov",
    checks: ["CKV_AWS_253", "CKV_AWS_254"],
    why: "They read the block in a place where a plan does not have it, so that every policy on events fails",
  },
  { peer: "checkov", checks: ["CKV_AWS_380"], why: "They take the newest policy only; ours are those since 2023, none of which has SHA-1" },
  {
    peer: "trivy",
    checks: [
      ...[
        "AWS-0001",
        "AWS-0006",
        "AWS-0011",
        "AWS-0015",
        "AWS-0017",
        "AWS-0025",
        "AWS-0027",
        "AWS-0033",
        "AWS-0064",
        "AWS-0078",
        "AWS-0089",
      ],
      ...["AWS-0095", "AWS-0098", "AWS-0132", "AWS-0162"],
    ],
    why: "A key, log group, bucket or firewall made in the same plan has no name yet; they take it for none, we follow the reference",
  },
  {
    peer: "trivy",
    checks: ["AWS-0178"],
    why: "They do not follow the reference of a flow log to its VPC; the default VPC may not be used at all",
  },
  {
    peer: "trivy",
    checks: ["AWS-0039", "AWS-0073", "AWS-0074"],
    why: "They read blocks within blocks in a place where a plan does not have them, so that every cluster fails",
  },
  { peer: "trivy", checks: ["AWS-0096"], why: "SQS encrypts a new queue with a key of its own unless it is told not to" },
  { peer: "trivy", checks: ["AWS-0024"], why: "They take a cluster of DAX for a table" },
  { peer: "trivy", checks: ["AWS-0041"], why: "They flag every public range; a named one is a decision somebody made" },
  { peer: "trivy", checks: ["AWS-0067"], why: "They ask for an ARN; an account binds a permission, too" },
  { peer: "trivy", checks: ["AWS-0101"], why: "A default VPC with force_destroy is taken in to be removed" },
  {
    peer: "kics",
    checks: ["7ebc9038-0bde-479a-acc4-6ed7b6758899"],
    why: "A key without a policy has the one of AWS, by which only the account says who may use it",
  },
  {
    peer: "kics",
    checks: ["5a2486aa-facf-477d-a5c1-b010789459ce"],
    why: "An instance that says nothing of addresses gets what its subnet says; the subnet is judged",
  },
  {
    peer: "kics",
    checks: ["720f44cf-285e-4b69-8f72-835e6bc1dceb"],
    why: "Only a function that the plan shows to be invoked asynchronously loses events without a queue for them",
  },
  {
    peer: "kics",
    checks: ["6e8849c1-3aa7-40e3-9063-b85ee300f29f"],
    why: "SQS encrypts a new queue with a key of its own unless it is told not to",
  },
  { peer: "kics", checks: ["6db52fa6-d4da-4608-908a-89f0c59e743e"], why: "MSK encrypts on both ways unless it is told not to" },
  {
    peer: "kics",
    checks: ["12b7e704-37f0-4d1e-911a-44bf60c48c21"],
    why: "They take another account for everyone; whether it is bound is another rule's question",
  },
  {
    peer: "kics",
    checks: ["15ffbacc-fa42-4f6f-a57d-2feac7365caa"],
    why: "They read a block that the provider has replaced with aws_redshift_logging",
  },
  { peer: "kics", checks: ["1a690d1d-0ae7-49fa-b2db-b75ae0dd1d3e"], why: "Aurora Serverless version 1 is always encrypted" },
  {
    peer: "kics",
    checks: ["1b6799eb-4a7a-4b04-9001-8cceb9999326"],
    why: "They also ask each stage for the settings of its execution log, which another rule asks for",
  },
  { peer: "kics", checks: ["56f6a008-1b14-4af4-b9b2-ab7cf7e27641"], why: "They also ask for the profiler, whose log is about speed" },
  {
    peer: "kics",
    checks: ["8bbb242f-6e38-4127-86d4-d8f0b2687ae2"],
    why: "A device that is made of a snapshot is encrypted as the snapshot is",
  },
  { peer: "kics", checks: ["96ed3526-0179-4c73-b1b2-372fde2e0d13"], why: "A default VPC with force_destroy is taken in to be removed" },
  {
    peer: "kics",
    checks: ["ba40ace1-a047-483c-8a8d-bc2d3a67a82d"],
    why: "They ask for source_security_groups_ids; the provider's name is source_security_group_ids, so that every node group with a key fails",
  },
  {
    peer: "kics",
    checks: ["f861041c-8c9f-4156-acfc-5e6e524f5884"],
    why: "They know the bucket that a log goes to by its id only, and ask it for a log of its own when it is referenced by name",
  },
  { peer: "regula", checks: ["FG_R00093"], why: "Aurora Serverless version 1 is always encrypted" },
  {
    peer: "regula",
    checks: ["FG_R00031"],
    why: "They look for the bucket of a trail in the plan; one that is made elsewhere is judged there",
  },
  { peer: "regula", checks: ["FG_R00274"], why: "They ask the bucket that logs are put in for a log of its own" },
];
