import { Construct } from "constructs";
import { IotEventConfigurations } from "#aws/iot-event-configurations";
import { IotIndexingConfiguration } from "#aws/iot-indexing-configuration";
import { IotLoggingOptions } from "#aws/iot-logging-options";
import { BASELINE } from "../../model/baseline.js";
import type { RetentionChoice } from "../../model/retention.js";
import type { InContext } from "../base/backend-context.js";
import type { DataKey } from "../base/data-key.js";
import { SecureLogGroup } from "../base/secure-log-group.js";
import { ServiceRole } from "../base/service-role.js";

export interface IotLoggingProps extends InContext {
  /** Key of the log. @obligation OBL-DATA-7 */
  readonly key: DataKey;
  /** ERROR and DISABLED hide refused connections, which detection lives on. @default INFO @obligation OBL-CONS-5 @accept iot-logging-enabled */
  readonly level?: "DEBUG" | "INFO" | "WARN" | "ERROR" | "DISABLED";
  /** Days the log is kept. @default 365 @obligation OBL-CONS-5 @accept log-group-retention */
  readonly logRetentionDays?: RetentionChoice;
}

/** AWS IoT v2 logs go to this one group. Source: https://docs.aws.amazon.com/iot/latest/developerguide/configure-logging.html */
const IOT_LOG_GROUP = "AWSIotLogsV2";

/**
 * What AWS IoT itself records: connects, refusals and jobs in a kept, encrypted log; registry, shadow and connectivity in the fleet index.
 * These are settings of the whole account in the region: one stack of it owns them.
 * @obligation OBL-CONS-5 @obligation OBL-CONS-1
 * @setting iot-logging-enabled: the level is `INFO`, which shows refused connections
 * @setting iot-events-published: changes of the registry and of jobs are published
 * @setting iot-fleet-indexed: registry, shadow and connectivity can be asked (`REGISTRY_AND_SHADOW`, `STATUS`)
 * @cost connects and publishes of all devices: a line or more each, the largest item of a large fleet
 */
export class IotLogging extends Construct {
  readonly logGroup: SecureLogGroup;
  readonly role: ServiceRole;
  readonly options: IotLoggingOptions;
  readonly index: IotIndexingConfiguration;
  readonly events: IotEventConfigurations;

  constructor(scope: Construct, id: string, { context, key, level, logRetentionDays }: IotLoggingProps) {
    super(scope, id);
    this.logGroup = new SecureLogGroup(this, "log", { context, logGroupName: IOT_LOG_GROUP, key, retentionDays: logRetentionDays });
    this.role = new ServiceRole(this, "role", {
      context,
      purpose: "iot-logging",
      service: "iot.amazonaws.com",
      sourceArn: context.arn("iot", "*"),
      dataClass: "audit",
      description: "Lets AWS IoT write its log",
    });
    this.role.allow("Log", ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"], [`${this.logGroup.arn}:*`]);
    const hardening = context.hardening(this);
    this.options = new IotLoggingOptions(this, "options", {
      defaultLogLevel: hardening.oneOf(
        "iot-logging-enabled",
        "default_log_level",
        level,
        BASELINE.logging.iotLevels,
        BASELINE.logging.defaultIotLevel,
      ),
      disableAllLogs: false,
      roleArn: this.role.role.arn,
      dependsOn: [this.role.policy, this.logGroup.group],
    });
    hardening.bind(this.options);
    this.index = new IotIndexingConfiguration(this, "index", {
      thingIndexingConfiguration: { thingIndexingMode: "REGISTRY_AND_SHADOW", thingConnectivityIndexingMode: "STATUS" },
      thingGroupIndexingConfiguration: { thingGroupIndexingMode: "ON" },
    });
    this.events = new IotEventConfigurations(this, "events", { eventConfigurations: EVENTS });
  }
}

/** Who changed the registry and how updates went; the provider wants every type named. Source: https://docs.aws.amazon.com/iot/latest/developerguide/iot-events.html */
const EVENTS = {
  THING: true,
  THING_GROUP: true,
  THING_TYPE: true,
  THING_GROUP_MEMBERSHIP: true,
  THING_GROUP_HIERARCHY: true,
  THING_TYPE_ASSOCIATION: true,
  JOB: true,
  JOB_EXECUTION: true,
  POLICY: true,
  CERTIFICATE: true,
  CA_CERTIFICATE: true,
};
