# METADATA
# title: "Values of secrets do not stand in the state"
# description: >-
#   secret_string, and value of a SecureString, lie in the state and in every plan in the clear, wherever they
#   come from. The write-only arguments of provider 5.100 keep them out; better still, let a rotation function
#   make the value.
# related_resources:
#   - ref: https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html
#     description: "Good practice for secrets"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/secretsmanager_secret_version
#     description: "aws_secretsmanager_secret_version"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ssm_parameter
#     description: "aws_ssm_parameter"
# custom:
#   severity: medium
#   domain: identity
#   resource_types: ["aws_secretsmanager_secret_version", "aws_ssm_parameter"]
#   obligations: [OBL-SDLC-13, OBL-IAM-4]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#   expected: >-
#     secret_string_wo, or value_wo, in place of secret_string and value.
#   fix:
#     terraform: >-
#       secret_string_wo = var.partner_token, secret_string_wo_version = 1
#   since: "0.1.0"
package bulwark.rules.secret_value_not_in_state

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.fail(r, attribute, null, "secret-in-state") if {
	some r in tf.resources("aws_secretsmanager_secret_version")
	some attribute in ["secret_string", "secret_binary"]
	not is_null(tf.step(r.values, attribute))
}

findings contains result.fail(r, "value", null, "secret-in-state") if {
	some r in tf.resources("aws_ssm_parameter")
	r.values.type == "SecureString"
	not is_null(tf.step(r.values, "value"))
}

findings contains result.unknown(r, "type", r.values.type) if {
	some r in tf.resources("aws_ssm_parameter")
	tf.is_unknown(r.values.type)
	not is_null(tf.step(r.values, "value"))
}
