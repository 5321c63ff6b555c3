# METADATA
# title: "Command documents are not public"
# description: >-
#   A public document shows everybody how hosts are run, with names and paths, and whoever finds a hole in it
#   finds it in all of them.
# related_resources:
#   - ref: https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-ssm-sharing.html
#     description: "Sharing documents"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ssm-controls.html#ssm-4
#     description: "SSM.4"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ssm_document
#     description: "aws_ssm_document"
# custom:
#   severity: critical
#   domain: identity
#   resource_types: ["aws_ssm_document"]
#   obligations: [OBL-IAM-10]
#   equivalents:
#     checkov: ["CKV_AWS_303"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["SSM.4"]
#   expected: >-
#     permissions.account_ids does not hold All.
#   fix:
#     terraform: >-
#       account_ids = "111122223333"
#   since: "0.1.0"
package bulwark.rules.ssm_document_not_public

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
