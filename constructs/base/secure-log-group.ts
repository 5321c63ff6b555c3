import { Construct } from "constructs";
import { CloudwatchLogGroup } from "#aws/cloudwatch-log-group";
import { BASELINE } from "../../model/baseline.js";
import { logGroupDays, type RetentionChoice } from "../../model/retention.js";
import type { InContext } from "./backend-context.js";
import type { DataKey } from "./data-key.js";

export interface SecureLogGroupProps extends InContext {
  /** Full name, such as `/aws/lambda/x`. @wiring */
  readonly logGroupName: string;
  /** Key of what is stored here. @obligation OBL-DATA-7 */
  readonly key: DataKey;
  /** Retention class, or days as CloudWatch Logs takes them, that events are kept. @default operational: 365 days @obligation OBL-CONS-5 @accept log-group-retention */
  readonly retentionDays?: RetentionChoice;
}

/**
 * A log group made before its writer, so that the writer never makes one without key and retention.
 * @obligation OBL-CONS-5 @obligation OBL-DATA-7
 * @setting log-group-retention: events are kept for 365 days
 * @setting log-group-customer-key: events are encrypted with a key of your own
 * @cost lines taken in, and kept
 */
export class SecureLogGroup extends Construct {
  readonly group: CloudwatchLogGroup;
  readonly logGroupName: string;
  /** Literal, known before apply; without the `:*` of its streams. */
  readonly arn: string;

  constructor(scope: Construct, id: string, { context, logGroupName, key, retentionDays }: SecureLogGroupProps) {
    super(scope, id);
    this.logGroupName = logGroupName;
    this.arn = context.arn("logs", `log-group:${logGroupName}`);
    const hardening = context.hardening(this);
    this.group = new CloudwatchLogGroup(this, "group", {
      name: logGroupName,
      kmsKeyId: key.arn,
      retentionInDays: hardening.atLeast(
        "log-group-retention",
        "retention_in_days",
        retentionDays === undefined ? undefined : logGroupDays(retentionDays),
        BASELINE.logging.retentionDays,
      ),
      tags: context.tags("audit"),
    });
    hardening.bind(this.group);
  }
}
