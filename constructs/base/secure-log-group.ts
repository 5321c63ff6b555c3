import { Construct } from "constructs";
import { CloudwatchLogGroup } from "#aws/cloudwatch-log-group";
import { BASELINE } from "../../model/baseline.js";
import type { InContext } from "./backend-context.js";
import type { DataKey } from "./data-key.js";

export interface SecureLogGroupProps extends InContext {
  /** Full name, such as `/aws/lambda/x`. */
  readonly logGroupName: string;
  readonly key: DataKey;
  /** Days events are kept; a value CloudWatch Logs takes. @default 365 @obligation OBL-CONS-5 */
  readonly retentionDays?: number;
}

/** A log group made before its writer, so that the writer never makes one without key and retention. */
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
      retentionInDays: hardening.atLeast("log-group-retention", "retention_in_days", retentionDays, BASELINE.logging.retentionDays),
      tags: context.tags("audit"),
    });
    hardening.bind(this.group);
  }
}
