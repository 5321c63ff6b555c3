# METADATA
# title: "File transfer servers use a current security policy"
# description: >-
#   Left out, a server made by Terraform takes the policy of 2018, with key exchanges over SHA-1 and small groups.
# related_resources:
#   - ref: https://docs.aws.amazon.com/transfer/latest/userguide/security-policies.html
#     description: "Security policies"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/transfer_server
#     description: "aws_transfer_server"
# custom:
#   severity: medium
#   domain: transport
#   resource_types: ["aws_transfer_server"]
#   obligations: [OBL-DATA-6]
#   equivalents:
#     checkov: ["CKV_AWS_380"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     security_policy_name is one of 2023 or later.
#   fix:
#     terraform: >-
#       security_policy_name = "TransferSecurityPolicy-2024-01"
#   since: "0.1.0"
package bulwark.rules.transfer_policy_current

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_transfer_server")
	some fact in facts(r, tf.step(r.values, "security_policy_name"))
}

facts(r, null) := [result.absent(r, "security_policy_name")]

facts(r, value) := [result.unknown(r, "security_policy_name", value)] if tf.is_unknown(value)

facts(_, value) := [] if {
	is_string(value)
	is_current(value)
}

facts(r, value) := [result.fail(r, "security_policy_name", value, "outdated-policy")] if {
	is_string(value)
	not is_current(value)
}

# https://docs.aws.amazon.com/transfer/latest/userguide/security-policies.html
is_current(name) if regex.match(`-(202[3-9]|20[3-9][0-9])(-|$)`, name)
