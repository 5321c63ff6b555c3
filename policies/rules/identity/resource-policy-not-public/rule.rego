# METADATA
# title: "No policy of a table, stream, log, access point or mail identity is open to everyone"
# description: >-
#   A policy that hangs on a resource can let in whom no policy of the account mentions. Principal * without a
#   narrowing condition is every AWS account, for some services everybody. Buckets, keys, queues, topics,
#   functions, secrets, images, buses and search domains have rules of their own; a repository of ECR Public is open by
#   purpose.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html
#     description: "Resource-based policies"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/dynamodb_resource_policy
#     description: "aws_dynamodb_resource_policy"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudwatch_log_destination_policy
#     description: "aws_cloudwatch_log_destination_policy"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ses_identity_policy
#     description: "aws_ses_identity_policy"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_access_point
#     description: "aws_s3_access_point"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lambda_layer_version_permission
#     description: "aws_lambda_layer_version_permission"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["aws_dynamodb_resource_policy", "aws_kinesis_resource_policy", "aws_cloudwatch_log_destination_policy", "aws_ecr_registry_policy", "aws_glue_resource_policy", "aws_s3control_access_point_policy", "aws_ses_identity_policy", "aws_sesv2_email_identity_policy", "aws_glacier_vault", "aws_acmpca_policy", "aws_cloudwatch_log_resource_policy", "aws_codeartifact_domain_permissions_policy", "aws_codeartifact_repository_permissions_policy", "aws_codebuild_resource_policy", "aws_glacier_vault_lock", "aws_msk_cluster_policy", "aws_oam_sink_policy", "aws_redshift_resource_policy", "aws_redshiftserverless_resource_policy", "aws_s3_access_point", "aws_s3control_bucket_policy", "aws_s3control_object_lambda_access_point_policy", "aws_s3tables_table_bucket_policy", "aws_s3tables_table_policy", "aws_sagemaker_model_package_group_policy", "aws_schemas_registry_policy", "aws_xray_resource_policy", "aws_s3control_multi_region_access_point_policy", "aws_cloudwatch_log_delivery_destination_policy", "aws_networkfirewall_resource_policy", "aws_s3control_access_grants_instance_resource_policy", "aws_vpclattice_resource_policy", "aws_lambda_layer_version_permission", "aws_signer_signing_profile_permission"]
#   obligations: [OBL-IAM-8, OBL-DATA-1]
#   equivalents:
#     checkov: ["CKV_AWS_167"]
#     trivy: []
#     kics: ["34b921bd-90a0-402e-a0a5-dc73371fd963", "d25edb51-07fb-4a73-97d4-41cecdc53a22", "db0ec4c4-852c-46a2-b4f3-7ec13cdb12a8"]
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     No Allow statement has Principal *, or NotPrincipal, without a condition on account, organisation, network or
#     source.
#   fix:
#     terraform: >-
#       Principal = { AWS = aws_iam_role.NAME.arn }
#   since: "0.1.0"
package bulwark.rules.resource_policy_not_public

import data.bulwark.lib.resource_policy
import data.bulwark.lib.tf

findings contains fact if {
	some type, attribute in policies
	some r in tf.resources(type)
	some fact in resource_policy.public_facts(r, attribute, object.get(r.values, attribute, null))
}

policies := {
	"aws_dynamodb_resource_policy": "policy",
	"aws_kinesis_resource_policy": "policy",
	"aws_cloudwatch_log_destination_policy": "access_policy",
	"aws_ecr_registry_policy": "policy",
	"aws_glue_resource_policy": "policy",
	"aws_s3control_access_point_policy": "policy",
	"aws_ses_identity_policy": "policy",
	"aws_sesv2_email_identity_policy": "policy",
	"aws_glacier_vault": "access_policy",
	"aws_acmpca_policy": "policy",
	"aws_cloudwatch_log_delivery_destination_policy": "delivery_destination_policy",
	"aws_cloudwatch_log_resource_policy": "policy_document",
	"aws_codeartifact_domain_permissions_policy": "policy_document",
	"aws_codeartifact_repository_permissions_policy": "policy_document",
	"aws_codebuild_resource_policy": "policy",
	"aws_glacier_vault_lock": "policy",
	"aws_msk_cluster_policy": "policy",
	"aws_networkfirewall_resource_policy": "policy",
	"aws_oam_sink_policy": "policy",
	"aws_redshift_resource_policy": "policy",
	"aws_redshiftserverless_resource_policy": "policy",
	"aws_s3_access_point": "policy",
	"aws_s3control_access_grants_instance_resource_policy": "policy",
	"aws_s3control_bucket_policy": "policy",
	"aws_s3control_object_lambda_access_point_policy": "policy",
	"aws_s3tables_table_bucket_policy": "resource_policy",
	"aws_s3tables_table_policy": "resource_policy",
	"aws_sagemaker_model_package_group_policy": "resource_policy",
	"aws_schemas_registry_policy": "policy",
	"aws_vpclattice_resource_policy": "policy",
	"aws_xray_resource_policy": "policy_document",
}

findings contains fact if {
	some r in tf.resources("aws_s3control_multi_region_access_point_policy")
	some fact in resource_policy.public_facts(r, "details.policy", tf.dig(r.values, ["details", "policy"]))
}

# Permissions for one principal, with what narrows them where it is everyone.
findings contains fact if {
	some type, narrowing in permissions
	some r in tf.resources(type)
	some fact in resource_policy.permission_facts(r, narrowing)
}

permissions := {
	"aws_lambda_layer_version_permission": "organization_id",
	"aws_signer_signing_profile_permission": "",
}
