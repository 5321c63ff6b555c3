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
  /** Who was read on LIFECYCLE_CHECKED_ON or later: AWS's own words, or somebody who repeats them. */
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
  {
    id: "iot-1-click",
    service: "AWS IoT 1-Click",
    status: "ended",
    on: "2024-12-16",
    resourceTypes: ["AWS::IoT1Click::Device", "AWS::IoT1Click::Placement", "AWS::IoT1Click::Project"],
    source: "https://docs.aws.amazon.com/iot-1-click/latest/developerguide/doc-history.html",
    checked: "aws",
  },
  {
    id: "robomaker",
    service: "AWS RoboMaker",
    status: "ended",
    on: "2025-09-10",
    resourceTypes: [
      "AWS::RoboMaker::Fleet",
      "AWS::RoboMaker::Robot",
      "AWS::RoboMaker::RobotApplication",
      "AWS::RoboMaker::RobotApplicationVersion",
      "AWS::RoboMaker::SimulationApplication",
      "AWS::RoboMaker::SimulationApplicationVersion",
    ],
    source: "https://docs.aws.amazon.com/robomaker/latest/dg/chapter-security.html",
    checked: "aws",
  },
  {
    id: "waf-classic",
    service: "AWS WAF Classic",
    status: "ended",
    on: "2025-09-30",
    resourceTypes: [
      "aws_waf_rule_group",
      "aws_waf_web_acl",
      "aws_wafregional_rule_group",
      "aws_wafregional_web_acl",
      "aws_wafregional_web_acl_association",
    ],
    source: "https://docs.aws.amazon.com/waf/latest/developerguide/waf-migrating-from-classic.html",
    checked: "aws",
  },
  {
    id: "evidently",
    service: "Amazon CloudWatch Evidently",
    status: "ended",
    on: "2025-10-16",
    resourceTypes: ["aws_evidently_feature", "aws_evidently_launch", "aws_evidently_project", "aws_evidently_segment"],
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Evidently-projectsfeatures.html",
    checked: "aws",
  },
  {
    id: "iot-fleet-hub",
    service: "Fleet Hub for AWS IoT Device Management",
    status: "ended",
    on: "2025-10-18",
    resourceTypes: ["AWS::IoTFleetHub::Application"],
    source: "https://docs.aws.amazon.com/iot/latest/fleethubuserguide/infrastructure-security.html",
    checked: "aws",
  },
  {
    id: "iot-sitewise-monitor",
    service: "AWS IoT SiteWise Monitor",
    status: "closed-to-new-customers",
    on: "2025-11-07",
    resourceTypes: [
      "AWS::IoTSiteWise::AccessPolicy",
      "AWS::IoTSiteWise::Dashboard",
      "AWS::IoTSiteWise::Portal",
      "AWS::IoTSiteWise::Project",
    ],
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iotsitewise-dashboard.html",
    checked: "aws",
  },
  {
    id: "s3-object-lambda",
    service: "Amazon S3 Object Lambda",
    status: "closed-to-new-customers",
    on: "2025-11-07",
    resourceTypes: ["aws_s3control_object_lambda_access_point", "aws_s3control_object_lambda_access_point_policy"],
    source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_ObjectLambdaAccessPoint.html",
    checked: "aws",
  },
  {
    id: "glacier-vaults",
    service: "Amazon Glacier with vaults of its own",
    status: "closed-to-new-customers",
    on: "2025-12-15",
    resourceTypes: ["aws_glacier_vault", "aws_glacier_vault_lock"],
    source: "https://docs.amazonaws.cn/en_us/amazonglacier/latest/dev/api-Grant.html",
    checked: "aws",
  },
  {
    id: "audit-manager",
    service: "AWS Audit Manager",
    status: "closed-to-new-customers",
    on: "2026-04-30",
    resourceTypes: [
      "aws_auditmanager_account_registration",
      "aws_auditmanager_assessment",
      "aws_auditmanager_assessment_delegation",
      "aws_auditmanager_assessment_report",
      "aws_auditmanager_control",
      "aws_auditmanager_framework",
      "aws_auditmanager_framework_share",
      "aws_auditmanager_organization_admin_account_registration",
    ],
    source: "https://docs.aws.amazon.com/audit-manager/latest/userguide/audit-manager-availability-change.html",
    checked: "third-party",
  },
  {
    id: "iot-fleetwise",
    service: "AWS IoT FleetWise",
    status: "closed-to-new-customers",
    on: "2026-04-30",
    resourceTypes: [
      "AWS::IoTFleetWise::Campaign",
      "AWS::IoTFleetWise::DecoderManifest",
      "AWS::IoTFleetWise::Fleet",
      "AWS::IoTFleetWise::ModelManifest",
      "AWS::IoTFleetWise::SignalCatalog",
      "AWS::IoTFleetWise::StateTemplate",
      "AWS::IoTFleetWise::Vehicle",
    ],
    source: "https://docs.aws.amazon.com/iot-fleetwise/latest/developerguide/create-vehicle.html",
    checked: "aws",
  },
  {
    id: "inspector-classic",
    service: "Amazon Inspector Classic",
    status: "ended",
    on: "2026-05-20",
    resourceTypes: ["aws_inspector_assessment_target", "aws_inspector_assessment_template", "aws_inspector_resource_group"],
    source: "https://docs.aws.amazon.com/inspector/v1/userguide/inspector-arns-resources.html",
    checked: "aws",
  },
  {
    id: "cloudtrail-lake",
    service: "AWS CloudTrail Lake",
    status: "closed-to-new-customers",
    on: "2026-05-31",
    resourceTypes: ["aws_cloudtrail_event_data_store"],
    source: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-document-history.html",
    checked: "aws",
  },
  {
    id: "app-mesh",
    service: "AWS App Mesh",
    status: "ended",
    on: "2026-09-30",
    resourceTypes: [
      "aws_appmesh_gateway_route",
      "aws_appmesh_mesh",
      "aws_appmesh_route",
      "aws_appmesh_virtual_gateway",
      "aws_appmesh_virtual_node",
      "aws_appmesh_virtual_router",
      "aws_appmesh_virtual_service",
    ],
    source: "https://docs.aws.amazon.com/eks/latest/userguide/appmesh-getting-started.html",
    checked: "aws",
  },
  {
    id: "greengrass-v1",
    service: "AWS IoT Greengrass Version 1",
    status: "ended",
    on: "2026-10-07",
    resourceTypes: [
      "AWS::Greengrass::ConnectorDefinition",
      "AWS::Greengrass::ConnectorDefinitionVersion",
      "AWS::Greengrass::CoreDefinition",
      "AWS::Greengrass::CoreDefinitionVersion",
      "AWS::Greengrass::DeviceDefinition",
      "AWS::Greengrass::DeviceDefinitionVersion",
      "AWS::Greengrass::FunctionDefinition",
      "AWS::Greengrass::FunctionDefinitionVersion",
      "AWS::Greengrass::Group",
      "AWS::Greengrass::GroupVersion",
      "AWS::Greengrass::LoggerDefinition",
      "AWS::Greengrass::LoggerDefinitionVersion",
      "AWS::Greengrass::ResourceDefinition",
      "AWS::Greengrass::ResourceDefinitionVersion",
      "AWS::Greengrass::SubscriptionDefinition",
      "AWS::Greengrass::SubscriptionDefinitionVersion",
    ],
    source: "https://docs.aws.amazon.com/greengrass/v1/developerguide/maintenance-policy.html",
    checked: "aws",
  },
  {
    id: "lookout-for-equipment",
    service: "Amazon Lookout for Equipment",
    status: "ended",
    on: "2026-10-07",
    resourceTypes: ["AWS::LookoutEquipment::InferenceScheduler"],
    source: "https://docs.aws.amazon.com/lookout-for-equipment/latest/userguide/doc-history.html",
    checked: "aws",
  },
  {
    id: "pinpoint",
    service: "Amazon Pinpoint (campaigns, segments and analytics; push and SMS go on as AWS End User Messaging)",
    status: "ended",
    on: "2026-10-30",
    resourceTypes: ["AWS::Pinpoint::Campaign", "AWS::Pinpoint::Segment", "aws_pinpoint_event_stream"],
    source: "https://docs.aws.amazon.com/pinpoint/latest/developerguide/service_code_examples_pinpoint_scenarios.html",
    checked: "aws",
  },
];

const POSTGRES = "https://docs.aws.amazon.com/AmazonRDS/latest/PostgreSQLReleaseNotes/postgresql-release-calendar.html";
const MYSQL = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/MySQL.Concepts.VersionMgmt.html";
const AURORA = "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/extended-support.html";

const MARIADB = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/MariaDB.Concepts.VersionMgmt.html";
const AURORA_MYSQL = "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraMySQLReleaseNotes/AuroraMySQL.release-calendars.html";

/** Ends of standard support. */
export const ENGINE_LIFECYCLE: readonly EngineLifecycle[] = [
  { engine: "postgres", version: "9.6", on: "2022-04-30", source: POSTGRES, checked: "third-party" },
  { engine: "postgres", version: "10", on: "2023-04-30", source: POSTGRES, checked: "third-party" },
  { engine: "postgres", version: "11", on: "2024-02-29", source: POSTGRES, checked: "aws" },
  { engine: "postgres", version: "12", on: "2025-02-28", source: POSTGRES, checked: "aws" },
  { engine: "postgres", version: "13", on: "2026-02-28", source: POSTGRES, checked: "third-party" },
  { engine: "postgres", version: "14", on: "2027-02-28", source: POSTGRES, checked: "third-party" },
  { engine: "postgres", version: "15", on: "2028-02-29", source: POSTGRES, checked: "third-party" },
  { engine: "postgres", version: "16", on: "2029-02-28", source: POSTGRES, checked: "third-party" },
  { engine: "postgres", version: "17", on: "2030-02-28", source: POSTGRES, checked: "third-party" },
  { engine: "aurora-postgresql", version: "11", on: "2024-02-29", source: AURORA, checked: "aws" },
  { engine: "aurora-postgresql", version: "12", on: "2025-02-28", source: AURORA, checked: "aws" },
  { engine: "aurora-postgresql", version: "13", on: "2026-02-28", source: AURORA, checked: "third-party" },
  { engine: "aurora-postgresql", version: "14", on: "2027-02-28", source: AURORA, checked: "third-party" },
  { engine: "mysql", version: "5.6", on: "2022-03-01", source: MYSQL, checked: "third-party" },
  { engine: "mysql", version: "5.7", on: "2024-02-29", source: MYSQL, checked: "aws" },
  { engine: "mysql", version: "8.0", on: "2026-07-31", source: MYSQL, checked: "third-party" },
  { engine: "mysql", version: "8.4", on: "2029-07-31", source: MYSQL, checked: "third-party" },
  { engine: "aurora-mysql", version: "5.6", on: "2023-02-28", source: AURORA_MYSQL, checked: "third-party" },
  { engine: "aurora-mysql", version: "5.7", on: "2024-10-31", source: AURORA, checked: "aws" },
  { engine: "aurora-mysql", version: "8.0", on: "2028-04-30", source: AURORA_MYSQL, checked: "third-party" },
  { engine: "mariadb", version: "10.3", on: "2023-10-23", source: MARIADB, checked: "third-party" },
  { engine: "mariadb", version: "10.4", on: "2025-02-28", source: MARIADB, checked: "third-party" },
  { engine: "mariadb", version: "10.5", on: "2026-02-28", source: MARIADB, checked: "third-party" },
  { engine: "mariadb", version: "10.6", on: "2026-08-31", source: MARIADB, checked: "third-party" },
  { engine: "mariadb", version: "10.11", on: "2028-02-29", source: MARIADB, checked: "third-party" },
  { engine: "mariadb", version: "11.4", on: "2029-05-31", source: MARIADB, checked: "third-party" },
  { engine: "mariadb", version: "11.8", on: "2030-06-30", source: MARIADB, checked: "third-party" },
];

const RUNTIMES = "https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html";
const NODEJS = "https://docs.aws.amazon.com/lambda/latest/dg/lambda-nodejs.html";
const PYTHON = "https://docs.aws.amazon.com/lambda/latest/dg/lambda-python.html";
const JAVA = "https://docs.aws.amazon.com/lambda/latest/dg/lambda-java.html";
const DOTNET = "https://docs.aws.amazon.com/lambda/latest/dg/lambda-csharp.html";
const RUBY = "https://docs.aws.amazon.com/lambda/latest/dg/lambda-ruby.html";
const OS_ONLY = "https://docs.aws.amazon.com/lambda/latest/dg/runtimes-provided.html";

/**
 * Deprecation dates of Lambda runtimes. The rule lambda-runtime takes those of the baseline until their day has come; a test holds the baseline
 * against these dates.
 */
export const RUNTIME_LIFECYCLE: readonly RuntimeLifecycle[] = [
  { runtime: "nodejs12.x", on: "2023-03-31", source: RUNTIMES, checked: "third-party" },
  { runtime: "nodejs14.x", on: "2023-12-04", source: RUNTIMES, checked: "third-party" },
  { runtime: "nodejs16.x", on: "2024-06-12", source: RUNTIMES, checked: "third-party" },
  { runtime: "nodejs18.x", on: "2025-09-01", source: NODEJS, checked: "aws" },
  { runtime: "nodejs20.x", on: "2026-04-30", source: NODEJS, checked: "aws" },
  { runtime: "nodejs22.x", on: "2027-04-30", source: NODEJS, checked: "aws" },
  { runtime: "nodejs24.x", on: "2028-04-30", source: NODEJS, checked: "aws" },
  { runtime: "python3.7", on: "2023-12-04", source: RUNTIMES, checked: "third-party" },
  { runtime: "python3.8", on: "2024-10-14", source: RUNTIMES, checked: "third-party" },
  { runtime: "python3.9", on: "2025-12-15", source: RUNTIMES, checked: "third-party" },
  { runtime: "python3.10", on: "2026-10-31", source: PYTHON, checked: "aws" },
  { runtime: "python3.11", on: "2027-06-30", source: PYTHON, checked: "aws" },
  { runtime: "python3.12", on: "2028-10-31", source: PYTHON, checked: "aws" },
  { runtime: "python3.13", on: "2029-06-30", source: PYTHON, checked: "aws" },
  { runtime: "python3.14", on: "2029-06-30", source: PYTHON, checked: "aws" },
  { runtime: "java8", on: "2024-01-08", source: RUNTIMES, checked: "third-party" },
  { runtime: "java8.al2", on: "2027-06-30", source: JAVA, checked: "aws" },
  { runtime: "java8.al2023", on: "2029-06-30", source: RUNTIMES, checked: "third-party" },
  { runtime: "java11", on: "2027-06-30", source: JAVA, checked: "aws" },
  { runtime: "java17", on: "2027-06-30", source: JAVA, checked: "aws" },
  { runtime: "java21", on: "2029-06-30", source: JAVA, checked: "aws" },
  { runtime: "java25", on: "2029-06-30", source: JAVA, checked: "aws" },
  { runtime: "dotnetcore3.1", on: "2023-04-03", source: RUNTIMES, checked: "third-party" },
  { runtime: "dotnet6", on: "2024-12-20", source: RUNTIMES, checked: "third-party" },
  { runtime: "dotnet8", on: "2026-11-10", source: DOTNET, checked: "aws" },
  { runtime: "dotnet10", on: "2028-11-14", source: DOTNET, checked: "aws" },
  { runtime: "ruby2.7", on: "2023-12-07", source: RUNTIMES, checked: "third-party" },
  { runtime: "ruby3.2", on: "2026-03-31", source: RUBY, checked: "aws" },
  { runtime: "ruby3.3", on: "2027-03-31", source: RUBY, checked: "aws" },
  { runtime: "ruby3.4", on: "2028-03-31", source: RUBY, checked: "aws" },
  { runtime: "ruby4.0", on: "2029-03-31", source: RUBY, checked: "aws" },
  { runtime: "go1.x", on: "2024-01-08", source: RUNTIMES, checked: "third-party" },
  { runtime: "provided", on: "2024-01-08", source: RUNTIMES, checked: "third-party" },
  { runtime: "provided.al2", on: "2026-07-31", source: OS_ONLY, checked: "aws" },
  { runtime: "provided.al2023", on: "2029-06-30", source: OS_ONLY, checked: "aws" },
];

/** The table as the compiled rules read it: `data.lifecycle`. */
export const lifecycleData = () => ({
  services: SERVICE_LIFECYCLE,
  engines: ENGINE_LIFECYCLE,
  runtimes: Object.fromEntries(RUNTIME_LIFECYCLE.map(({ runtime, on }) => [runtime, on])),
});
