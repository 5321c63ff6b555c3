/**
 * What AWS has ended or closed, with dates. A service that has ended cannot be deployed; one closed to new customers cannot be by an account that
 * has not used it; an engine past standard support gets patches only as paid Extended Support; a runtime past its date gets none.
 * The general notice is docs.aws.amazon.com/general/latest/gr/lifecycle-doc-history.html; each entry names its own.
 */
export const LIFECYCLE_CHECKED_ON = "2026-11-25";

export const LIFECYCLE_STATUSES = ["ended", "closed-to-new-customers"] as const;
export type LifecycleStatus = (typeof LIFECYCLE_STATUSES)[number];

interface Sourced {
  /** ISO date (YYYY-MM-DD) from which it holds. */
  readonly on: string;
  readonly source: string;
  /** Who was read on LIFECYCLE_CHECKED_ON: AWS's own words, or somebody who repeats them. */
  readonly checked: "aws" | "third-party";
}

export interface ServiceLifecycle extends Sourced {
  readonly id: string;
  readonly service: string;
  readonly status: LifecycleStatus;
  /** Terraform types, or CloudFormation types for what the provider lacks. */
  readonly resourceTypes: readonly string[];
  /** Blocks of `aws_iot_topic_rule` that feed the service; iot-topic-rule-live-services judges them. */
  readonly topicRuleActions?: readonly string[];
}

export interface EngineLifecycle extends Sourced {
  /** `engine` of aws_db_instance and aws_rds_cluster. */
  readonly engine: string;
  /** Major version: `13`, `5.7`. */
  readonly version: string;
}

export interface RuntimeLifecycle extends Sourced {
  readonly runtime: string;
}

export const SERVICE_LIFECYCLE: readonly ServiceLifecycle[] = [
  {
    id: "iot-events",
    service: "AWS IoT Events",
    status: "ended",
    on: "2026-05-20",
    resourceTypes: ["AWS::IoTEvents::AlarmModel", "AWS::IoTEvents::DetectorModel", "AWS::IoTEvents::Input"],
    topicRuleActions: ["iot_events"],
    source: "https://docs.aws.amazon.com/iotevents/latest/developerguide/iotevents-end-of-support.html",
    checked: "aws",
  },
  {
    id: "iot-analytics",
    service: "AWS IoT Analytics",
    status: "ended",
    on: "2025-12-15",
    resourceTypes: [
      "AWS::IoTAnalytics::Channel",
      "AWS::IoTAnalytics::Dataset",
      "AWS::IoTAnalytics::Datastore",
      "AWS::IoTAnalytics::Pipeline",
    ],
    topicRuleActions: ["iot_analytics"],
    source: "https://docs.aws.amazon.com/iotanalytics/latest/userguide/iotanalytics-end-of-support.html",
    checked: "third-party",
  },
  {
    id: "device-defender-detect",
    service: "AWS IoT Device Defender Detect",
    status: "closed-to-new-customers",
    on: "2026-08-31",
    resourceTypes: ["AWS::IoT::CustomMetric", "AWS::IoT::Dimension", "AWS::IoT::SecurityProfile"],
    source: "https://docs.amazonaws.cn/iot-device-defender/latest/devguide/detect-commands.html",
    checked: "aws",
  },
  {
    id: "timestream-liveanalytics",
    service: "Amazon Timestream for LiveAnalytics",
    status: "closed-to-new-customers",
    on: "2025-06-20",
    resourceTypes: ["aws_timestreamquery_scheduled_query", "aws_timestreamwrite_database", "aws_timestreamwrite_table"],
    topicRuleActions: ["timestream"],
    source: "https://docs.aws.amazon.com/timestream/latest/developerguide/AmazonTimestreamForLiveAnalytics-availability-change.html",
    checked: "aws",
  },
  {
    id: "incident-manager",
    service: "AWS Systems Manager Incident Manager",
    status: "closed-to-new-customers",
    on: "2025-11-07",
    resourceTypes: [
      "aws_ssmcontacts_contact",
      "aws_ssmcontacts_contact_channel",
      "aws_ssmcontacts_plan",
      "aws_ssmcontacts_rotation",
      "aws_ssmincidents_replication_set",
      "aws_ssmincidents_response_plan",
    ],
    source: "https://docs.aws.amazon.com/incident-manager/latest/userguide/incident-manager-availability-change.html",
    checked: "aws",
  },
  {
    id: "qldb",
    service: "Amazon QLDB",
    status: "ended",
    on: "2025-07-31",
    resourceTypes: ["aws_qldb_ledger", "aws_qldb_stream"],
    source: "https://docs.aws.amazon.com/qldb/latest/developerguide/document-history.html",
    checked: "aws",
  },
  {
    id: "kinesis-analytics-sql",
    service: "Amazon Kinesis Data Analytics for SQL",
    status: "ended",
    on: "2026-01-27",
    resourceTypes: ["aws_kinesis_analytics_application"],
    source: "https://docs.aws.amazon.com/kinesisanalytics/latest/dev/API_Reference.html",
    checked: "aws",
  },
  {
    id: "app-runner",
    service: "AWS App Runner",
    status: "closed-to-new-customers",
    on: "2026-04-30",
    resourceTypes: ["aws_apprunner_service"],
    source: "https://github.com/hashicorp/terraform-provider-aws/issues/47161",
    checked: "third-party",
  },
];

const POSTGRES = "https://docs.aws.amazon.com/AmazonRDS/latest/PostgreSQLReleaseNotes/postgresql-release-calendar.html";
const MYSQL = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/MySQL.Concepts.VersionMgmt.html";
const AURORA = "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/extended-support.html";

/** Ends of standard support. */
export const ENGINE_LIFECYCLE: readonly EngineLifecycle[] = [
  { engine: "postgres", version: "11", on: "2024-02-29", source: POSTGRES, checked: "aws" },
  { engine: "postgres", version: "12", on: "2025-02-28", source: POSTGRES, checked: "aws" },
  { engine: "postgres", version: "13", on: "2026-02-28", source: POSTGRES, checked: "third-party" },
  { engine: "postgres", version: "15", on: "2028-02-29", source: POSTGRES, checked: "third-party" },
  { engine: "aurora-postgresql", version: "11", on: "2024-02-29", source: AURORA, checked: "aws" },
  { engine: "aurora-postgresql", version: "12", on: "2025-02-28", source: AURORA, checked: "aws" },
  { engine: "aurora-postgresql", version: "13", on: "2026-02-28", source: AURORA, checked: "third-party" },
  { engine: "aurora-postgresql", version: "14", on: "2027-02-28", source: AURORA, checked: "third-party" },
  { engine: "mysql", version: "5.6", on: "2022-03-01", source: MYSQL, checked: "third-party" },
  { engine: "mysql", version: "5.7", on: "2024-02-29", source: MYSQL, checked: "aws" },
  { engine: "mysql", version: "8.0", on: "2026-07-31", source: MYSQL, checked: "third-party" },
  { engine: "mysql", version: "8.4", on: "2029-07-31", source: MYSQL, checked: "third-party" },
  { engine: "aurora-mysql", version: "5.7", on: "2024-10-31", source: AURORA, checked: "aws" },
];

const RUNTIMES = "https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html";

/** Deprecation dates of Lambda runtimes. The rule lambda-runtime asks the baseline's list; a test holds that list against these dates. */
export const RUNTIME_LIFECYCLE: readonly RuntimeLifecycle[] = [
  { runtime: "nodejs14.x", on: "2023-11-27", source: RUNTIMES, checked: "third-party" },
  { runtime: "nodejs18.x", on: "2025-09-01", source: RUNTIMES, checked: "third-party" },
  { runtime: "nodejs22.x", on: "2027-04-30", source: RUNTIMES, checked: "third-party" },
  { runtime: "nodejs24.x", on: "2028-04-30", source: RUNTIMES, checked: "third-party" },
  { runtime: "python3.7", on: "2023-11-27", source: RUNTIMES, checked: "third-party" },
  { runtime: "python3.9", on: "2025-12-15", source: RUNTIMES, checked: "third-party" },
  { runtime: "python3.13", on: "2029-06-30", source: RUNTIMES, checked: "third-party" },
  { runtime: "python3.14", on: "2029-06-30", source: RUNTIMES, checked: "third-party" },
  { runtime: "java25", on: "2029-06-30", source: RUNTIMES, checked: "third-party" },
  { runtime: "dotnet10", on: "2028-11-14", source: RUNTIMES, checked: "third-party" },
  { runtime: "ruby2.7", on: "2023-12-07", source: RUNTIMES, checked: "third-party" },
  { runtime: "ruby3.4", on: "2028-03-31", source: RUNTIMES, checked: "third-party" },
];

/** The table as the compiled rules read it: `data.lifecycle`. */
export const lifecycleData = () => ({ services: SERVICE_LIFECYCLE, engines: ENGINE_LIFECYCLE });
