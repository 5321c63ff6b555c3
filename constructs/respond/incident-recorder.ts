import { Construct } from "constructs";
import { DynamodbTable } from "#aws/dynamodb-table";
import { SchedulerScheduleGroup } from "#aws/scheduler-schedule-group";
import { BulwarkError } from "../../model/errors.js";
import { REPORTING_CLOCKS } from "../../model/incident/clocks.js";
import type { RetentionChoice } from "../../model/retention.js";
import type { AlertTopic } from "../base/alert-topic.js";
import type { InContext } from "../base/backend-context.js";
import type { CodeSigning } from "../base/code-signing.js";
import { type DataKey, TABLE_KEY_USE } from "../base/data-key.js";
import { DeadLetterQueue } from "../base/dead-letter-queue.js";
import { NodeFunction } from "../base/node-function.js";
import { ServiceRole } from "../base/service-role.js";

export interface IncidentRecorderProps extends InContext {
  /** Key of the chain, the reminders and the dead letters. @obligation OBL-DATA-7 */
  readonly key: DataKey;
  /** Key of the log. @obligation OBL-DATA-7 */
  readonly logKey: DataKey;
  /** Where alarms go. @obligation OBL-CONS-4 */
  readonly alerts: AlertTopic;
  /** Laws under which incidents are reported, whose deadlines are watched. @default eu-cra, eu-nis2 @obligation OBL-INC-7 */
  readonly regimes?: readonly string[];
  /** Signs the code of the functions. @default none @obligation OBL-SDLC-7 @accept lambda-code-signed */
  readonly codeSigning?: CodeSigning;
  /** Runtime of the function. @default nodejs22.x @obligation OBL-SDLC-6 @accept lambda-runtime */
  readonly lambdaRuntime?: string;
  /** Days the log is kept. @default 365 @obligation OBL-CONS-5 @accept log-group-retention */
  readonly logRetentionDays?: RetentionChoice;
}

const DEFAULT_REGIMES = ["eu-cra", "eu-nis2"] as const;

/**
 * Incidents in a hash chain that nobody changes unseen, and two messages for each deadline a law sets: when a quarter of its time is left and when
 * it ends. @obligation OBL-INC-5 @obligation OBL-INC-6 @obligation OBL-INC-7
 * @setting dynamodb-table-customer-key: incidents are encrypted with a key of your own
 * @setting dynamodb-table-recoverable: they can be restored to any second
 * @setting dynamodb-table-deletion-protected: they are not deleted by one call
 * @cost incidents and their reminders, which are few
 */
export class IncidentRecorder extends Construct {
  readonly table: DynamodbTable;
  readonly tableName: string;
  /** Literal, known before apply. */
  readonly tableArn: string;
  readonly function: NodeFunction;
  readonly reminders: SchedulerScheduleGroup;
  readonly reminderRole: ServiceRole;
  readonly reminderDeadLetters: DeadLetterQueue;
  private readonly key: DataKey;

  constructor(scope: Construct, id: string, props: IncidentRecorderProps) {
    super(scope, id);
    const { context, key, alerts } = props;
    this.key = key;
    this.requireRegimes(props.regimes ?? DEFAULT_REGIMES);
    this.tableName = context.name("incidents");
    this.tableArn = context.arn("dynamodb", `table/${this.tableName}`);
    key.grantAccountThrough("dynamodb", TABLE_KEY_USE);
    this.table = new DynamodbTable(this, "table", {
      name: this.tableName,
      billingMode: "PAY_PER_REQUEST",
      hashKey: "id",
      rangeKey: "seq",
      attribute: [
        { name: "id", type: "S" },
        { name: "seq", type: "N" },
      ],
      serverSideEncryption: { enabled: true, kmsKeyArn: key.arn },
      pointInTimeRecovery: { enabled: true },
      deletionProtectionEnabled: true,
      lifecycle: { preventDestroy: true },
      tags: context.tags(key.dataClass),
    });
    const groupName = context.name("reporting");
    this.reminders = new SchedulerScheduleGroup(this, "reminders", { name: groupName, tags: context.tags(key.dataClass) });
    this.reminderDeadLetters = new DeadLetterQueue(this, "reminder-dead-letters", {
      context,
      purpose: "reminders-failed",
      key,
      alerts,
      runbook: "A reminder of a reporting deadline reached nobody: read it and act on it now.",
    });
    this.reminderRole = this.makeReminderRole(props, groupName);
    this.function = this.makeFunction(props, groupName);
  }

  /** Lets a role, such as the one of a report, read incidents; the chain itself shows whether any was changed. */
  grantRead(role: ServiceRole): void {
    role.allow("Incidents", ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query"], [this.tableArn]);
    this.key.grantRole(role, "dynamodb", TABLE_KEY_USE);
  }

  /** Lets a role enter steps and decisions by the recorder's function, which is the only writer of the chain. */
  grantEnter(role: ServiceRole): void {
    role.allow("EnterIncidents", ["lambda:InvokeFunction"], [this.function.arn]);
  }

  /** Lets a role write its mark on an alarm into the table and take it back, and nothing else. */
  grantClaim(role: ServiceRole): void {
    role.allow("Claim", ["dynamodb:PutItem", "dynamodb:DeleteItem"], [this.tableArn], {
      "ForAllValues:StringLike": { "dynamodb:LeadingKeys": "claim#*" },
    });
    this.key.grantRole(role, "dynamodb", TABLE_KEY_USE);
  }

  private makeReminderRole({ context, key, alerts }: IncidentRecorderProps, group: string): ServiceRole {
    const role = new ServiceRole(this, "reminder-role", {
      context,
      purpose: "reminders",
      service: "scheduler.amazonaws.com",
      sourceArn: context.arn("scheduler", `schedule-group/${group}`),
      dataClass: key.dataClass,
      description: "Lets reminders of reporting deadlines reach the alert topic",
    });
    alerts.grantPublish(role);
    this.reminderDeadLetters.grantSend(role);
    key.grantRole(role, "scheduler", ["kms:Decrypt"]);
    return role;
  }

  private makeFunction(props: IncidentRecorderProps, group: string): NodeFunction {
    const { context, key, logKey, alerts } = props;
    const recorder = new NodeFunction(this, "function", {
      context,
      purpose: "incident-recorder",
      description: "Writes incidents into their chain and sets the reminders of their deadlines",
      entry: "record/handler",
      key,
      logKey,
      alerts,
      environment: {
        PRODUCT: context.product,
        INCIDENT_TABLE: this.tableName,
        REGIMES: (props.regimes ?? DEFAULT_REGIMES).join(","),
        REMINDER_GROUP: group,
        REMINDER_ROLE: this.reminderRole.arn,
        REMINDER_DEAD_LETTERS: this.reminderDeadLetters.arn,
        // By its alias: that ARN is a literal, and the function's whole environment can be read before apply.
        REMINDER_KEY: context.arn("kms", `alias/${context.name(key.dataClass)}`),
        ALERT_TOPIC: alerts.arn,
      },
      timeoutSeconds: 30,
      runbook:
        "An incident is not on record or its deadlines are not watched: read the call in the message and repeat it; repeating does no harm.",
      ...(props.codeSigning === undefined ? {} : { codeSigning: props.codeSigning }),
      ...(props.lambdaRuntime === undefined ? {} : { runtime: props.lambdaRuntime }),
      ...(props.logRetentionDays === undefined ? {} : { logRetentionDays: props.logRetentionDays }),
    });
    const { role } = recorder;
    // No DeleteItem and no UpdateItem: what is in the chain stays as it was written.
    role.allow("Incidents", ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"], [this.tableArn]);
    key.grantRole(role, "dynamodb", TABLE_KEY_USE);
    role.allow(
      "Reminders",
      ["scheduler:CreateSchedule", "scheduler:UpdateSchedule", "scheduler:DeleteSchedule"],
      [context.arn("scheduler", `schedule/${group}/*`)],
    );
    role.allow("PassReminderRole", ["iam:PassRole"], [this.reminderRole.arn], {
      StringEquals: { "iam:PassedToService": "scheduler.amazonaws.com" },
    });
    key.grantRole(role, "scheduler", ["kms:DescribeKey", "kms:GenerateDataKey", "kms:Decrypt"]);
    return recorder;
  }

  private requireRegimes(regimes: readonly string[]): void {
    const known = new Set<string>(REPORTING_CLOCKS.map(({ regime }) => regime));
    const wrong = regimes.length === 0 ? "[]" : regimes.find((regime) => !known.has(regime));
    if (wrong !== undefined)
      throw new BulwarkError("BW_PROP_INVALID", {
        construct: this.node.path,
        property: "regimes",
        given: wrong,
        problem: `needs one or more of ${[...known].join(", ")}: the laws with a deadline`,
      });
  }
}
