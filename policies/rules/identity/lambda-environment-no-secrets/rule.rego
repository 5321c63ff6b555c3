# METADATA
# title: "Secrets do not stand in the environment of functions"
# description: >-
#   Whoever may read a function's configuration reads its environment, and so does whoever reads the plan or the
#   state. Give the name of the secret and fetch it at start. A name that says secret and a value written out
#   count, and so do keys of known forms and addresses with a password in them under any name. Where such a name has a
#   value that is not known before apply, nobody can tell; a secret of Secrets Manager by its ARN is none.
# related_resources:
#   - ref: https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
#     description: "Environment variables"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lambda_function
#     description: "aws_lambda_function"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["aws_lambda_function"]
#   obligations: [OBL-SDLC-13, OBL-IAM-4]
#   equivalents:
#     checkov: ["CKV_AWS_45"]
#     trivy: []
#     kics: ["1402afd8-a95c-4e84-8b0b-6fb43758e6ce"]
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     No variable holds a secret; one that names where it is kept may.
#   fix:
#     terraform: >-
#       variables = { API_TOKEN_ARN = aws_secretsmanager_secret.NAME.arn }
#   since: "0.1.0"
package bulwark.rules.lambda_environment_no_secrets

import data.bulwark.lib.result
import data.bulwark.lib.secrets
import data.bulwark.lib.tf

findings contains result.with_detail(result.fail(r, concat(".", ["environment.variables", name]), null, "secret-written-out"), name) if {
	some r in tf.resources("aws_lambda_function")
	some name, value in variables(r)
	secrets.is_written_out(name, value)
}

findings contains result.unknown(r, "environment.variables", variables(r)) if {
	some r in tf.resources("aws_lambda_function")
	tf.is_unknown(variables(r))
}

findings contains result.with_detail(result.unknown(r, concat(".", ["environment.variables", name]), value), name) if {
	some r in tf.resources("aws_lambda_function")
	not tf.is_unknown(variables(r))
	some name, value in variables(r)
	secrets.may_be_written_out(name, value)
}

variables(r) := tf.dig(r.values, ["environment", "variables"])
