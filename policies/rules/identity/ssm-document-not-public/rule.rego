# METADATA
# title: "Command documents are not public"
# description: >-
#   A public document shows everybody how hosts are run, with names and paths, and whoever finds a hole in it
#   finds it in all of them. The setting of an account that blocks public sharing is not to be switched off.
# related_resources:
#   - ref: https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-ssm-sharing.html
#     description: "Sharing documents"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ssm-controls.html#ssm-4
#     description: "SSM.4"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ssm_document
#     description: "aws_ssm_document"
#   - ref: https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-ssm-sharing.html#block-public-access
#     description: "Block public sharing for SSM documents"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ssm_service_setting
#     description: "aws_ssm_service_setting"
# custom:
#   severity: critical
#   domain: identity
#   resource_types: ["aws_ssm_document", "aws_ssm_service_setting"]
#   obligations: [OBL-IAM-10]
#   equivalents:
#     checkov: ["CKV_AWS_303"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["SSM.4", "SSM.7"]
#     regula: []
#   expected: >-
#     permissions.account_ids does not hold All, and the setting public-sharing-permission is Disable.
#   fix:
#     terraform: >-
#       account_ids = "111122223333"
#   since: "0.1.0"
package bulwark.rules.ssm_document_not_public

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.fail(r, "permissions.account_ids", ids, "public") if {
	some r in tf.resources("aws_ssm_document")
	ids := r.values.permissions.account_ids
	is_string(ids)
	some id in split(ids, ",")
	lower(trim_space(id)) == "all"
}

findings contains result.unknown(r, "permissions", value) if {
	some r in tf.resources("aws_ssm_document")
	some value in [object.get(r.values, "permissions", null), object.get(object.get(r.values, "permissions", {}), "account_ids", null)]
	tf.is_unknown(value)
}

findings contains fact if {
	some r in tf.resources("aws_ssm_service_setting")
	some fact in of_setting(r, object.get(r.values, "setting_id", null))
}

# By its name or by its ARN.
of_setting(r, id) := judge.one_of(r, ["setting_value"], {"Disable"}, "Enable") if {
	endswith(id, "/ssm/documents/console/public-sharing-permission")
} else := [result.not_applicable(r, "other-setting")] if {
	is_string(id)
} else := [result.unknown(r, "setting_id", id)] if {
	tf.is_unknown(id)
}
