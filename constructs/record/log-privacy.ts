import { Construct } from "constructs";
import { CloudwatchLogDataProtectionPolicy } from "#aws/cloudwatch-log-data-protection-policy";
import type { RetentionChoice } from "../../model/retention.js";
import type { InContext } from "../base/backend-context.js";
import type { DataKey } from "../base/data-key.js";
import { SecureLogGroup } from "../base/secure-log-group.js";

/**
 * What is never meant to be in a log. Addresses of devices are: detection lives on them, and the record of processing says so.
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/protect-sensitive-log-data-types.html
 */
export const NOT_FOR_LOGS = ["EmailAddress", "LatLong", "AwsSecretKey", "OpenSshPrivateKey", "PkcsPrivateKey", "CreditCardNumber"] as const;

export interface LogPrivacyProps extends InContext {
  /** Key of what was found. @obligation OBL-DATA-7 */
  readonly key: DataKey;
  /** Log groups that software of ours, or devices, write into. @obligation OBL-DATA-5 */
  readonly groups: readonly SecureLogGroup[];
  /** Days what was found is kept. @default 365 @obligation OBL-CONS-5 @accept log-group-retention */
  readonly logRetentionDays?: RetentionChoice;
}

/**
 * People's data and secrets that slip into a log are masked for whoever reads it, and each time is written down. @obligation OBL-DATA-5 @obligation OBL-DATA-8
 * @setting log-group-retention: what was found is kept for 365 days
 * @setting log-group-customer-key: and encrypted with a key of your own
 * @cost lines that are scanned
 */
export class LogPrivacy extends Construct {
  readonly findings: SecureLogGroup;
  readonly policies: readonly CloudwatchLogDataProtectionPolicy[];

  constructor(scope: Construct, id: string, { context, key, groups, logRetentionDays }: LogPrivacyProps) {
    super(scope, id);
    this.findings = new SecureLogGroup(this, "findings", {
      context,
      logGroupName: `/${context.product}/log-privacy`,
      key,
      retentionDays: logRetentionDays,
    });
    const identifiers = NOT_FOR_LOGS.map((name) => `arn:${context.partition}:dataprotection::aws:data-identifier/${name}`);
    // Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/mask-sensitive-log-data-policysyntax.html
    const document = JSON.stringify({
      Name: context.name("log-privacy"),
      Version: "2021-06-01",
      Statement: [
        {
          Sid: "Audit",
          DataIdentifier: identifiers,
          Operation: { Audit: { FindingsDestination: { CloudWatchLogs: { LogGroup: this.findings.logGroupName } } } },
        },
        { Sid: "Mask", DataIdentifier: identifiers, Operation: { Deidentify: { MaskConfig: {} } } },
      ],
    });
    this.policies = groups.map(
      (group, index) =>
        new CloudwatchLogDataProtectionPolicy(this, `policy-${index}`, {
          logGroupName: group.group.name,
          policyDocument: document,
          dependsOn: [this.findings.group],
        }),
    );
  }
}
