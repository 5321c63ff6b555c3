/**
 * Blocks that hashicorp/aws 5.100.0 fills itself where nobody wrote them, by type: a plan marks such a block as unknown, as it does a `dynamic` block
 * whose number is not known. The provider's schema tells the two apart for attributes only (a block has no `computed` in `terraform providers schema
 * -json`), so they stand here, seen in real plans: `test/policies/filled-blocks.test.ts` misses one that an example shows.
 */
const NAMES: Readonly<Record<string, string>> = {
  aws_acm_certificate: "options",
  aws_ami: "ephemeral_block_device",
  aws_ami_copy: "ebs_block_device ephemeral_block_device",
  aws_api_gateway_rest_api: "endpoint_configuration",
  aws_autoscaling_group:
    "availability_zone_distribution capacity_reservation_specification launch_template mixed_instances_policy traffic_source",
  aws_backup_selection: "condition",
  aws_cloudfront_distribution: "grpc_config",
  aws_cloudtrail_event_data_store: "advanced_event_selector",
  aws_cognito_user_pool:
    "admin_create_user_config password_policy sign_in_policy sms_configuration username_configuration verification_message_template",
  aws_config_configuration_recorder: "exclusion_by_resource_types recording_group recording_mode recording_strategy",
  aws_dms_endpoint: "redshift_settings",
  aws_dynamodb_table: "point_in_time_recovery server_side_encryption ttl",
  aws_ec2_client_vpn_endpoint: "client_connect_options client_login_banner_options client_route_enforcement_options",
  aws_ecs_cluster: "setting",
  aws_efs_access_point: "creation_info root_directory",
  aws_efs_file_system: "protection",
  aws_eks_cluster: "access_config kubernetes_network_config upgrade_policy",
  aws_eks_node_group: "node_repair_config update_config",
  aws_elb: "health_check",
  aws_fsx_lustre_file_system: "log_configuration metadata_configuration",
  aws_fsx_ontap_file_system: "disk_iops_configuration",
  aws_fsx_openzfs_file_system: "disk_iops_configuration root_volume_configuration",
  aws_fsx_windows_file_system: "audit_log_configuration disk_iops_configuration",
  aws_glue_catalog_database: "create_table_default_permission",
  aws_glue_job: "execution_property notification_property",
  aws_guardduty_detector: "datasources",
  aws_iam_role: "inline_policy",
  aws_instance:
    "capacity_reservation_specification cpu_options ebs_block_device enclave_options ephemeral_block_device instance_market_options maintenance_options metadata_options network_interface private_dns_name_options root_block_device",
  aws_iot_domain_configuration: "tls_config",
  aws_iot_indexing_configuration: "filter managed_field thing_group_indexing_configuration",
  aws_keyspaces_table: "capacity_specification comment encryption_specification point_in_time_recovery",
  aws_kinesis_firehose_delivery_stream: "cloudwatch_logging_options",
  aws_kinesis_stream: "stream_mode_details",
  aws_lambda_code_signing_config: "policies",
  aws_lambda_event_source_mapping: "amazon_managed_kafka_event_source_config self_managed_kafka_event_source_config",
  aws_lambda_function: "ephemeral_storage logging_config tracing_config",
  aws_launch_configuration: "ebs_block_device metadata_options root_block_device",
  aws_launch_template: "metadata_options",
  aws_lb: "subnet_mapping",
  aws_lb_listener: "mutual_authentication",
  aws_lb_target_group: "health_check stickiness target_failover target_group_health target_health_state",
  aws_mq_broker: "configuration maintenance_window_start_time",
  aws_msk_cluster: "connectivity_info storage_info vpc_connectivity",
  aws_network_interface: "attachment",
  aws_opensearch_domain:
    "advanced_security_options auto_tune_options cluster_config cold_storage_options domain_endpoint_options ebs_options encrypt_at_rest node_options node_to_node_encryption off_peak_window_options software_update_options",
  aws_redshift_cluster: "logging snapshot_copy",
  aws_redshiftserverless_workgroup: "config_parameter price_performance_target",
  aws_route53domains_registered_domain: "admin_contact billing_contact name_server registrant_contact tech_contact",
  aws_s3_bucket:
    "cors_rule grant lifecycle_rule logging object_lock_configuration replication_configuration server_side_encryption_configuration versioning website",
  aws_s3_bucket_acl: "access_control_policy",
  aws_s3_bucket_website_configuration: "routing_rule",
  aws_sagemaker_domain: "space_storage_settings",
  aws_secretsmanager_secret: "replica",
  aws_sfn_state_machine: "encryption_configuration logging_configuration tracing_configuration",
  aws_signer_signing_profile: "signature_validity_period signing_material",
  aws_spot_fleet_request: "ebs_block_device ephemeral_block_device root_block_device",
  aws_timestreamwrite_table: "magnetic_store_write_properties schema",
  aws_transfer_server: "protocol_details s3_storage_options",
  aws_vpc_endpoint: "dns_options subnet_configuration",
  aws_vpc_peering_connection: "accepter requester",
  aws_vpn_connection: "cloudwatch_log_options tunnel1_log_options tunnel2_log_options",
};

const FILLED: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(NAMES).map(([type, names]) => [type, new Set(names.split(" "))]),
);

/** Whether an unknown block may be one that nobody wrote. */
export const mayBeFilled = (type: string, block: string): boolean => FILLED.get(type)?.has(block) === true;
