# METADATA
# title: "Values of secrets do not stand in the state"
# description: >-
#   secret_string, value of a SecureString, and tokens of builds and pipelines lie in the state and in every plan in the clear, wherever they
#   come from. The write-only arguments of provider 5.100 keep them out; better still, let a rotation function
#   make the value.
# related_resources:
#   - ref: https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html
#     description: "Good practice for secrets"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/secretsmanager_secret_version
#     description: "aws_secretsmanager_secret_version"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ssm_parameter
#     description: "aws_ssm_parameter"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/codebuild_source_credential
#     description: "aws_codebuild_source_credential"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/codepipeline
#     description: "aws_codepipeline"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/codepipeline_webhook
#     description: "aws_codepipeline_webhook"
# custom:
#   severity: medium
#   domain: identity
#   resource_types: ["aws_secretsmanager_secret_version", "aws_ssm_parameter", "aws_codebuild_source_credential", "aws_codepipeline", "aws_codepipeline_webhook"]
#   obligations: [OBL-SDLC-13, OBL-IAM-4]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     secret_string_wo, or value_wo, in place of secret_string and value; connections in place of the tokens of builds and pipelines.
#   fix:
#     terraform: >-
#       secret_string_wo = var.partner_token, secret_string_wo_version = 1
#   since: "0.1.0"
package bulwark.rules.secret_value_not_in_state

import data.bulwark.lib.judge
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

# Connections of CodeConnections need no token here: https://docs.aws.amazon.com/dtconsole/latest/userguide/welcome-connections.html
findings contains result.fail(r, "token", null, "secret-in-state") if {
	some r in tf.resources("aws_codebuild_source_credential")
	r.values.auth_type in {"PERSONAL_ACCESS_TOKEN", "BASIC_AUTH"}
}

findings contains result.unknown(r, "auth_type", r.values.auth_type) if {
	some r in tf.resources("aws_codebuild_source_credential")
	tf.is_unknown(r.values.auth_type)
}

findings contains fact if {
	some r in tf.resources("aws_codepipeline_webhook")
	path := ["authentication_configuration", "secret_token"]
	some fact in of_token(r, concat(".", path), tf.dig(r.values, path))
}

findings contains fact if {
	some r in tf.resources("aws_codepipeline")
	some stage in tf.list(object.get(r.values, "stage", null))
	some action in tf.list(tf.step(stage, "action"))
	some fact in of_token(r, "stage.action.configuration.OAuthToken", tf.dig(action, ["configuration", "OAuthToken"]))
}

of_token(r, path, value) := [result.fail(r, path, null, "secret-in-state")] if judge.is_something(value)

of_token(r, path, value) := [result.unknown(r, path, value)] if judge.may_be_nothing(value)

findings contains result.unknown(r, "type", r.values.type) if {
	some r in tf.resources("aws_ssm_parameter")
	tf.is_unknown(r.values.type)
	not is_null(tf.step(r.values, "value"))
}
