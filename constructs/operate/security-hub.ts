import { Construct } from "constructs";
import { SecurityhubAccount } from "#aws/securityhub-account";
import { SecurityhubStandardsSubscription } from "#aws/securityhub-standards-subscription";
import type { InContext } from "../base/backend-context.js";

/** Standards by name. Source: https://docs.aws.amazon.com/securityhub/latest/userguide/standards-reference.html */
export const SECURITY_STANDARDS = {
  "aws-foundational": "standards/aws-foundational-security-best-practices/v/1.0.0",
  cis: "standards/cis-aws-foundations-benchmark/v/3.0.0",
  nist: "standards/nist-800-53/v/5.0.0",
} as const;
export type SecurityStandard = keyof typeof SECURITY_STANDARDS;

export interface SecurityHubProps extends InContext {
  /** Standards the account is judged by. @default aws-foundational, cis @obligation OBL-RISK-4 */
  readonly standards?: readonly SecurityStandard[];
}

/**
 * One list of what GuardDuty, Inspector, Access Analyzer and the standards found, with new controls on as they appear. @obligation OBL-RISK-4
 * @setting securityhub-new-controls: new controls are taken up by themselves
 * @cost checks of the standards, and findings taken in
 */
export class SecurityHub extends Construct {
  readonly account: SecurityhubAccount;
  readonly standards: readonly SecurityhubStandardsSubscription[];

  constructor(scope: Construct, id: string, { context, standards = ["aws-foundational", "cis"] }: SecurityHubProps) {
    super(scope, id);
    this.account = new SecurityhubAccount(this, "account", {
      enableDefaultStandards: false,
      autoEnableControls: true,
      controlFindingGenerator: "SECURITY_CONTROL",
    });
    this.standards = standards.map(
      (standard) =>
        new SecurityhubStandardsSubscription(this, standard, {
          standardsArn: `arn:${context.partition}:securityhub:${context.region}::${SECURITY_STANDARDS[standard]}`,
          dependsOn: [this.account],
        }),
    );
  }
}
