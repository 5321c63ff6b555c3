package bulwark.rules_test.resource_policy_not_public

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.resource_policy_not_public as rule

test_named_account_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dynamodb_resource_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::123456789012:root"}, "Action": "dynamodb:GetItem", "Resource": "*"}]}})])
	fx.verdicts(findings) == set()
}

test_everyone_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dynamodb_resource_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "dynamodb:GetItem", "Resource": "*"}]}})])
	fx.verdicts(findings) == {["aws_dynamodb_resource_policy.p", "fail", "public"]}
}

test_narrowed_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ses_identity_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "ses:SendEmail", "Resource": "*", "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-1"}}}]}})])
	fx.verdicts(findings) == set()
}

test_log_destination_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_log_destination_policy.p", {"access_policy": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": ["*"]}, "Action": "logs:PutSubscriptionFilter", "Resource": "*"}]}})])
	fx.verdicts(findings) == {["aws_cloudwatch_log_destination_policy.p", "fail", "public"]}
}

shared := {"Statement": {"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"}}

test_what_hands_logs_grants_firewalls_or_lattices_to_everyone_fails if {
	delivered := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_log_delivery_destination_policy.p", {"delivery_destination_policy": shared})])
	fx.verdicts(delivered) == {["aws_cloudwatch_log_delivery_destination_policy.p", "fail", "public"]}
	every type in ["aws_networkfirewall_resource_policy", "aws_s3control_access_grants_instance_resource_policy", "aws_vpclattice_resource_policy"] {
		found := rule.findings with input as fx.stack([fx.res(concat(".", [type, "p"]), {"policy": shared})])
		fx.verdicts(found) == {[concat(".", [type, "p"]), "fail", "public"]}
	}
}

test_vault_without_policy_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_glacier_vault.v", {"name": "v"})])
	fx.verdicts(findings) == set()
}

test_opaque_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dynamodb_resource_policy.p", {"policy": fx.opaque})])
	fx.verdicts(findings) == {["aws_dynamodb_resource_policy.p", "unknown", "opaque-document"]}
}

open := {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "x:y", "Resource": "*"}]}

with_policies := {
	"access_policy": {
		"aws_cloudwatch_log_destination_policy", "aws_glacier_vault",
	},
	"policy": {
		"aws_acmpca_policy", "aws_codebuild_resource_policy", "aws_dynamodb_resource_policy", "aws_ecr_registry_policy",
		"aws_glacier_vault_lock", "aws_glue_resource_policy", "aws_kinesis_resource_policy", "aws_msk_cluster_policy", "aws_oam_sink_policy",
		"aws_redshift_resource_policy", "aws_redshiftserverless_resource_policy", "aws_s3_access_point", "aws_s3control_access_point_policy",
		"aws_s3control_bucket_policy", "aws_s3control_object_lambda_access_point_policy", "aws_schemas_registry_policy",
		"aws_ses_identity_policy", "aws_sesv2_email_identity_policy",
	},
	"policy_document": {
		"aws_cloudwatch_log_resource_policy", "aws_codeartifact_domain_permissions_policy", "aws_codeartifact_repository_permissions_policy",
		"aws_xray_resource_policy",
	},
	"resource_policy": {
		"aws_s3tables_table_bucket_policy", "aws_s3tables_table_policy", "aws_sagemaker_model_package_group_policy",
	},
}

test_every_type_is_read if {
	every attribute, types in with_policies {
		found := rule.findings with input as fx.stack([fx.res(concat(".", [type, "p"]), {attribute: open}) | some type in types])
		fx.verdicts(found) == {[concat(".", [type, "p"]), "fail", "public"] | some type in types}
	}
}

test_access_points_of_several_regions_are_read if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3control_multi_region_access_point_policy.p", {"details": [{"name": "n", "policy": open}]})])
	fx.details(findings) == {["aws_s3control_multi_region_access_point_policy.p", "details.policy.Statement[0].Principal"]}
}

test_an_access_point_without_a_policy_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_access_point.p", {"name": "n"})])
	fx.verdicts(findings) == set()
}

permitted(values) := {[fact.verdict, fact.path] |
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_layer_version_permission.p", values)])
	some fact in findings
}

test_a_layer_for_everyone_fails if {
	permitted({"principal": "*"}) == {["fail", "principal"]}
	permitted({"principal": "*", "organization_id": ""}) == {["fail", "principal"]}
}

test_a_layer_for_an_account_or_an_organisation_passes if {
	permitted({"principal": "123456789012"}) == set()
	permitted({"principal": "*", "organization_id": "o-1"}) == set()
	permitted({"principal": fx.expression, "organization_id": "o-1"}) == set()
	permitted({"principal": "*", "organization_id": fx.ref("data.aws_organizations_organization.o")}) == set()
}

test_a_layer_for_nobody_knows_whom_is_unknown if {
	permitted({"principal": fx.expression}) == {["unknown", "principal"]}
	permitted({"principal": "*", "organization_id": fx.expression}) == {["unknown", "organization_id"]}
}

test_a_signing_profile_for_everyone_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_signer_signing_profile_permission.p", {"principal": "*"})])
	fx.verdicts(findings) == {["aws_signer_signing_profile_permission.p", "fail", "public"]}
}
