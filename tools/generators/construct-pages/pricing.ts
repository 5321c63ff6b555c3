/** Pricing pages, by service. Dimensions stand below, prices there: they differ by region and change. */
const SERVICES = {
  "AWS IoT Core": "https://aws.amazon.com/iot-core/pricing/",
  "AWS IoT Device Management": "https://aws.amazon.com/iot-device-management/pricing/",
  "AWS IoT Device Defender": "https://aws.amazon.com/iot-device-defender/pricing/",
  "AWS KMS": "https://aws.amazon.com/kms/pricing/",
  "Amazon S3": "https://aws.amazon.com/s3/pricing/",
  "AWS Lambda": "https://aws.amazon.com/lambda/pricing/",
  "Amazon SQS": "https://aws.amazon.com/sqs/pricing/",
  "Amazon SNS": "https://aws.amazon.com/sns/pricing/",
  "Amazon DynamoDB": "https://aws.amazon.com/dynamodb/pricing/",
  "Amazon Kinesis Data Streams": "https://aws.amazon.com/kinesis/data-streams/pricing/",
  "Amazon Data Firehose": "https://aws.amazon.com/firehose/pricing/",
  "Amazon CloudWatch": "https://aws.amazon.com/cloudwatch/pricing/",
  "AWS CloudTrail": "https://aws.amazon.com/cloudtrail/pricing/",
  "Amazon EventBridge": "https://aws.amazon.com/eventbridge/pricing/",
  "AWS Step Functions": "https://aws.amazon.com/step-functions/pricing/",
  "Amazon GuardDuty": "https://aws.amazon.com/guardduty/pricing/",
  "AWS Config": "https://aws.amazon.com/config/pricing/",
  "AWS Security Hub": "https://aws.amazon.com/security-hub/pricing/",
  "Amazon Inspector": "https://aws.amazon.com/inspector/pricing/",
  "AWS Backup": "https://aws.amazon.com/backup/pricing/",
  "Amazon Cognito": "https://aws.amazon.com/cognito/pricing/",
  "AWS Systems Manager": "https://aws.amazon.com/systems-manager/pricing/",
  "Amazon ECR": "https://aws.amazon.com/ecr/pricing/",
  "Amazon CloudFront": "https://aws.amazon.com/cloudfront/pricing/",
} as const;

export type Service = keyof typeof SERVICES;

export interface CostDriver {
  readonly service: Service;
  /** What is counted. */
  readonly by: string;
}

/** What AWS counts for a resource, by Terraform type or, for what goes through Cloud Control, by CloudFormation type. */
const DRIVERS: Readonly<Record<string, CostDriver>> = {
  aws_backup_plan: { service: "AWS Backup", by: "GB of backups and month" },
  aws_backup_restore_testing_plan: { service: "AWS Backup", by: "restore test, and GB restored" },
  aws_cloudfront_distribution: { service: "Amazon CloudFront", by: "request, and GB sent" },
  aws_cloudtrail: { service: "AWS CloudTrail", by: "data event; the first copy of management events is free" },
  aws_cloudwatch_event_bus: { service: "Amazon EventBridge", by: "event of one's own" },
  aws_cloudwatch_log_data_protection_policy: { service: "Amazon CloudWatch", by: "GB of log scanned" },
  aws_cloudwatch_log_delivery: { service: "Amazon CloudWatch", by: "GB of log delivered, by its destination" },
  aws_cloudwatch_log_group: { service: "Amazon CloudWatch", by: "GB of log taken in, and GB kept and month" },
  aws_cloudwatch_log_metric_filter: { service: "Amazon CloudWatch", by: "metric and month" },
  aws_cloudwatch_metric_alarm: { service: "Amazon CloudWatch", by: "alarm and month" },
  aws_cognito_user_pool: { service: "Amazon Cognito", by: "user active in a month, in the plan the pool has" },
  aws_config_configuration_recorder: { service: "AWS Config", by: "configuration item recorded" },
  aws_dynamodb_table: { service: "Amazon DynamoDB", by: "read, write, and GB kept and month, with its point-in-time recovery" },
  aws_dynamodb_table_replica: { service: "Amazon DynamoDB", by: "replicated write, GB kept and month, and GB moved between regions" },
  aws_ecr_repository: { service: "Amazon ECR", by: "GB of images and month" },
  aws_guardduty_detector: { service: "Amazon GuardDuty", by: "event of the trail, and GB of flow and DNS logs" },
  aws_guardduty_detector_feature: { service: "Amazon GuardDuty", by: "what the source adds: S3 data event, GB of network log" },
  aws_inspector2_enabler: { service: "Amazon Inspector", by: "function, image or instance scanned" },
  aws_iot_domain_configuration: { service: "AWS IoT Core", by: "minute a device is connected, and message in steps of 5 KB" },
  aws_iot_indexing_configuration: { service: "AWS IoT Device Management", by: "update of the fleet index, and query" },
  aws_iot_topic_rule: { service: "AWS IoT Core", by: "rule triggered, and action executed, in steps of 5 KB" },
  aws_kinesis_firehose_delivery_stream: { service: "Amazon Data Firehose", by: "GB taken in, each record rounded up to 5 KB" },
  aws_kinesis_stream: { service: "Amazon Kinesis Data Streams", by: "stream and hour, GB in and out, and GB kept beyond a day" },
  aws_kms_key: { service: "AWS KMS", by: "key and month, more after a rotation, and request" },
  aws_kms_replica_key: { service: "AWS KMS", by: "key and month, and request" },
  aws_lambda_function: { service: "AWS Lambda", by: "request, and GB-second" },
  aws_s3_bucket: { service: "Amazon S3", by: "GB kept and month in all versions, and request" },
  // With replication time control. Source: https://aws.amazon.com/s3/pricing/
  aws_s3_bucket_replication_configuration: { service: "Amazon S3", by: "GB copied, GB moved between regions, and request" },
  aws_scheduler_schedule: { service: "Amazon EventBridge", by: "invocation of a schedule" },
  aws_scheduler_schedule_group: { service: "Amazon EventBridge", by: "invocation of a schedule" },
  aws_securityhub_account: { service: "AWS Security Hub", by: "finding taken in" },
  aws_securityhub_standards_subscription: { service: "AWS Security Hub", by: "check of a control" },
  aws_sfn_state_machine: { service: "AWS Step Functions", by: "state transition" },
  aws_sns_topic: { service: "Amazon SNS", by: "publish, and delivery" },
  aws_sqs_queue: { service: "Amazon SQS", by: "request" },
  // Source: https://docs.aws.amazon.com/systems-manager/latest/userguide/fleet-manager-configure-instance-tiers.html
  aws_ssm_patch_baseline: { service: "AWS Systems Manager", by: "hour of a hybrid node, where there are more than 1,000 in a region" },
  "AWS::IoT::EncryptionConfiguration": { service: "AWS KMS", by: "request of AWS IoT Core to the key" },
  "AWS::IoT::JobTemplate": { service: "AWS IoT Device Management", by: "remote action: a job on a device" },
  "AWS::IoT::ResourceSpecificLogging": { service: "Amazon CloudWatch", by: "GB of log taken in" },
  "AWS::IoT::ScheduledAudit": { service: "AWS IoT Device Defender", by: "device principal active in a month" },
  "AWS::IoT::SecurityProfile": { service: "AWS IoT Device Defender", by: "metric datapoint" },
};

/** What AWS does not count, or counts elsewhere: settings of a resource above, rights, groups, and the free services. */
const UNCOUNTED: readonly RegExp[] = [
  /^aws_iam_/,
  // There is no charge for finding external access. Source: https://aws.amazon.com/iam/access-analyzer/pricing/
  /^aws_accessanalyzer_analyzer$/,
  // No charge for AWS Signer with Lambda. Source: https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html
  /^aws_signer_/,
  // Events of AWS services are free. Source: https://aws.amazon.com/eventbridge/pricing/
  /^aws_cloudwatch_event_(?:rule|target)$/,
  /^aws_cloudwatch_log_(?:stream|subscription_filter|delivery_source|delivery_destination)$/,
  /^aws_backup_(?:restore_testing_selection|selection|vault|vault_lock_configuration)$/,
  /^aws_cloudfront_(?:origin_access_control|response_headers_policy)$/,
  /^aws_cognito_user_pool_client$/,
  /^aws_config_(?:configuration_recorder_status|delivery_channel)$/,
  /^aws_ecr_lifecycle_policy$/,
  /^aws_iot_(?:ca_certificate|event_configurations|logging_options|policy|policy_attachment|provisioning_template|role_alias|thing_group|thing_type)$/,
  /^aws_kms_alias$/,
  /^aws_lambda_(?:code_signing_config|event_source_mapping|permission|runtime_management_config)$/,
  /^aws_s3_(?:bucket_.+|object)$/,
  /^aws_sns_topic_(?:policy|subscription)$/,
  /^aws_sqs_queue_policy$/,
  /^aws_ssm_(?:association|maintenance_window|maintenance_window_target|maintenance_window_task|patch_group)$/,
  /^AWS::IoT::(?:AccountAuditConfiguration|CertificateProvider|MitigationAction|SoftwarePackage|SoftwarePackageVersion)$/,
];

/** `undefined` for a type that AWS does not count. @throws Error for one that nobody has looked at yet */
export function costDriverOf(type: string): CostDriver | undefined {
  const driver = DRIVERS[type];
  if (driver === undefined && !UNCOUNTED.some((pattern) => pattern.test(type)))
    throw new Error(`${type}: say in tools/generators/construct-pages/pricing.ts what AWS counts for it`);
  return driver;
}

export const pricingPage = (service: Service): string => SERVICES[service];
