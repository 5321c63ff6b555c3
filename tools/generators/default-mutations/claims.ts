import { type Subject, within } from "./run.js";

/** A rule that a construct is said, or seen, to pass. */
export interface Claim {
  readonly rule: string;
  /** It passes on a resource of the construct itself, not only on one of its parts: every mutation of it is tried, and not just one. */
  readonly own: boolean;
}

/** What the docstring of a construct lists as its settings, and what the rules pass on the resources it makes itself. */
export function claimsOf({ construct, before, root }: Subject): readonly Claim[] {
  const own = [...before.passed].filter(([, paths]) => paths.some((path) => isOwn(path, root))).map(([rule]) => rule);
  const said = (construct.doc?.settings ?? []).map(({ rule }) => rule);
  return [...new Set([...said, ...own])].map((rule) => ({ rule, own: own.includes(rule) }));
}

/** A resource right below the construct, or below the one thing that sends a CloudFormation type. */
const isOwn = (path: string, root: string): boolean => within(path, root) && /^[^/]+(\/resource)?$/.test(path.slice(root.length + 1));

/** What a part shows only in company: a queue is a dead letter queue when somebody sends dead letters to it. */
export interface Company {
  readonly construct: string;
  readonly rule: string;
  /** The example that has the company, by the name of its class. */
  readonly example: string;
  /** Construct path in the stack of that example. */
  readonly root: string;
}

export const IN_COMPANY: readonly Company[] = [
  { construct: "DeadLetterQueue", rule: "sqs-dead-letter-retention", example: "NodeFunction", root: "test/hook/dead-letters" },
  { construct: "SecureBucket", rule: "s3-bucket-no-force-destroy", example: "FirmwareStore", root: "test/firmware/bucket" },
  { construct: "SecureBucket", rule: "s3-object-lock", example: "FirmwareStore", root: "test/firmware/bucket" },
  { construct: "ThreatDetection", rule: "guardduty-features", example: "IotBackend", root: "test/fleet/operations/guard/threat-detection" },
  { construct: "AccountGuard", rule: "inspector-covers-the-stack", example: "IotBackend", root: "test/fleet/operations/guard" },
  {
    construct: "VulnerabilityScan",
    rule: "inspector-covers-the-stack",
    example: "IotBackend",
    root: "test/fleet/operations/guard/vulnerability-scan",
  },
  {
    construct: "VulnerabilityScan",
    rule: "inspector-reads-code",
    example: "IotBackend",
    root: "test/fleet/operations/guard/vulnerability-scan",
  },
  { construct: "IotLogging", rule: "iot-account-logged", example: "IotBackend", root: "test/fleet/iot-logging" },
  { construct: "DeviceAudit", rule: "iot-account-audited", example: "IotBackend", root: "test/fleet/audit" },
  // The trail of the first region also records who reads the copies in the second.
  { construct: "SecondRegion", rule: "firmware-access-recorded", example: "SecondRegion", root: "test/fleet/trail" },
];

export interface Explained {
  readonly construct: string;
  readonly rules: readonly string[];
  readonly why: string;
}

const SCANNER = "what is scanned is the setting of VulnerabilityScan; the rule only speaks of it here";

/** Rules that pass on a resource of a construct and are no default of it. */
export const NO_DEFAULT: readonly Explained[] = [
  { construct: "NodeFunction", rules: ["inspector-covers-the-stack"], why: SCANNER },
  { construct: "ImageRepository", rules: ["inspector-covers-the-stack"], why: SCANNER },
  { construct: "AdvisorySite", rules: ["cloudfront-function-private"], why: "a bucket stands behind it, and no function" },
  {
    construct: "SecureBucket",
    rules: ["s3-bucket-policy-foreign-narrow"],
    why: "which account is one's own the example does not say, so that another one is unknown; its policy lets no account in",
  },
  {
    construct: "ThingGroups",
    rules: ["iot-policy-connect-bound", "iot-policy-publish-bound"],
    why: "the quarantine policy denies everything: whatever is allowed beside that reaches nothing",
  },
];

const DENIES = "an allowance in the quarantine policy is wrong by itself, and the group no longer cuts off";
const CLAIMS = "a claim may nothing but ask for its template: whatever is allowed beside that is wrong twice";

/** Mutations that more than one rule objects to, and why that is right. */
export const SEVERAL_RED: readonly Explained[] = [
  {
    construct: "SecureBucket",
    rules: ["s3-bucket-access-logged", "s3-bucket-customer-key"],
    why: "it is the only bucket that logs into the other: without that the other is no bucket of access logs, which alone may go without a key",
  },
  {
    construct: "ServiceRole",
    rules: ["iam-policy-assume-narrow", "iam-policy-credentials-narrow"],
    why: "the right to take any role is also the right to credentials of others",
  },
  {
    construct: "ServiceRole",
    rules: ["iam-policy-no-admin", "iam-policy-no-not-elements"],
    why: "all but IAM is all but named, and it is also nearly everything",
  },
  { construct: "ClaimPolicy", rules: ["iot-claim-policy-narrow", "iot-policy-thing-bound"], why: CLAIMS },
  { construct: "ClaimPolicy", rules: ["iot-claim-policy-narrow", "iot-policy-retain-narrow"], why: CLAIMS },
  { construct: "ThingGroups", rules: ["iot-policy-no-wildcard-action", "iot-quarantine-group"], why: DENIES },
  { construct: "ThingGroups", rules: ["iot-policy-no-wildcard-resource", "iot-quarantine-group"], why: DENIES },
  { construct: "ThingGroups", rules: ["iot-policy-read-bound", "iot-quarantine-group"], why: DENIES },
  { construct: "ThingGroups", rules: ["iot-policy-no-not-elements", "iot-quarantine-group"], why: DENIES },
  { construct: "ThingGroups", rules: ["iot-policy-thing-bound", "iot-quarantine-group"], why: DENIES },
  { construct: "ThingGroups", rules: ["iot-policy-retain-narrow", "iot-quarantine-group"], why: DENIES },
];
