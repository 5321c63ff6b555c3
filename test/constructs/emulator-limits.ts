/**
 * Types of examples/smart-home that the emulator (moto) cannot create, each with what it fails at. The test
 * fails when a type that is not listed cannot be created, and when one that is listed can: the list only shrinks.
 */
export const LACKING: Readonly<Record<string, string>> = {
  aws_accessanalyzer_analyzer: "no API of Access Analyzer",
  aws_backup_restore_testing_plan: "no CreateRestoreTestingPlan",
  aws_backup_selection: "no CreateBackupSelection",
  aws_cloudcontrolapi_resource: "no API of Cloud Control; its parts of AWS IoT are planned only",
  aws_cloudwatch_log_data_protection_policy: "no PutDataProtectionPolicy",
  aws_guardduty_detector_feature: "keeps only the feature it was told last",
  aws_iot_domain_configuration: "no ListTagsForResource of AWS IoT",
  aws_iot_event_configurations: "no UpdateEventConfigurations",
  aws_iot_logging_options: "no SetV2LoggingOptions",
  aws_iot_policy: "no ListTagsForResource of AWS IoT",
  aws_iot_role_alias: "no ListTagsForResource of AWS IoT",
  aws_iot_thing_group: "no ListTagsForResource of AWS IoT",
  aws_iot_thing_type: "no ListTagsForResource of AWS IoT",
  aws_iot_topic_rule: "no ListTagsForResource of AWS IoT",
  aws_lambda_code_signing_config: "no CreateCodeSigningConfig; the functions that name one are held up with it",
  aws_s3_bucket_logging: 'stumbles over a target bucket whose policy has the principal "*", as one that denies plain text has',
  aws_s3_object: "knows no condition of a bucket policy: the denial of plain text denies every object",
  aws_securityhub_account: "no UpdateSecurityHubConfiguration",
  aws_sfn_state_machine: "no ValidateStateMachineDefinition, which the provider asks while planning",
};

/** Types of LACKING that do come about when it is slow: of two features that are told at once, each may be looked for before the other is told. */
export const RACING: ReadonlySet<string> = new Set(["aws_guardduty_detector_feature"]);

/** What the emulator creates and does not give back, by type and attribute: the second plan wants to set it again. This list only shrinks too. */
export const FORGETTING: Readonly<Record<string, readonly string[]>> = {
  aws_backup_plan: ["tags", "tags_all"],
  aws_backup_vault: ["tags", "tags_all"],
  aws_kinesis_firehose_delivery_stream: ["extended_s3_configuration"],
  aws_kinesis_stream: ["tags", "tags_all"],
  aws_kms_key: ["rotation_period_in_days"],
  aws_sns_topic: ["signature_version"],
  aws_sqs_queue: ["redrive_policy"],
};
