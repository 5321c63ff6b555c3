# METADATA
# title: "Secrets do not stand in build projects"
# description: >-
#   Whoever may read a project reads its environment and the addresses of its sources, and so does whoever reads a build
#   log, the plan or the state. A variable of type PARAMETER_STORE or SECRETS_MANAGER holds the name of the place, and the
#   build fetches the value. A name that says secret and a value written out count, keys of known forms under any name, and
#   a password or token in the address of a source.
# related_resources:
#   - ref: https://docs.aws.amazon.com/codebuild/latest/APIReference/API_EnvironmentVariable.html
#     description: "Variables of a build; without a type they are PLAINTEXT"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html#codebuild-2
#     description: "CodeBuild.2, and CodeBuild.1 above it"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/codebuild_project
#     description: "aws_codebuild_project"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["aws_codebuild_project"]
#   obligations: [OBL-SDLC-13, OBL-IAM-4]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["CodeBuild.1", "CodeBuild.2"]
#     regula: []
#   expected: >-
#     No variable of type PLAINTEXT holds a secret, and no address of a source a password.
#   fix:
#     terraform: >-
#       environment_variable { name = "SIGNING_TOKEN", type = "SECRETS_MANAGER", value =
#       aws_secretsmanager_secret.NAME.name }
#   since: "0.1.0"
package bulwark.rules.codebuild_no_secrets

import data.bulwark.lib.result
import data.bulwark.lib.secrets
import data.bulwark.lib.tf

findings contains result.with_detail(fact, name) if {
	some {"r": r, "name": name, "body": body} in variables
	secrets.is_written_out(tf.step(body, "name"), tf.step(body, "value"))
	some fact in of_type(r, tf.step(body, "type"))
}

of_type(r, type) := [result.unknown(r, "environment.environment_variable.type", type)] if {
	tf.is_unknown(type)
} else := [] if {
	is_stored(type)
} else := [result.fail(r, "environment.environment_variable", null, "secret-written-out")]

findings contains result.with_detail(result.unknown(r, "environment.environment_variable.value", value), name) if {
	some {"r": r, "name": name, "body": body} in variables
	value := tf.step(body, "value")
	secrets.may_be_written_out(tf.step(body, "name"), value)
	not is_stored(tf.step(body, "type"))
}

findings contains result.unknown(r, "environment.environment_variable", body) if {
	some {"r": r, "name": _, "body": body} in variables
	tf.is_unknown(body)
}

variables := [{"r": r, "name": variable.name, "body": variable.body} |
	some r in tf.resources("aws_codebuild_project")
	some variable in tf.named_blocks(tf.dig(r.values, ["environment", "environment_variable"]), "name")
]

# The value is then the name of what holds the secret.
is_stored("PARAMETER_STORE")

is_stored("SECRETS_MANAGER")

findings contains result.with_detail(result.fail(r, concat(".", [block, "location"]), null, "secret-written-out"), block) if {
	some r in tf.resources("aws_codebuild_project")
	some block in ["source", "secondary_sources"]
	some source in tf.list(object.get(r.values, block, null))
	secrets.is_written_out("location", tf.text(tf.step(source, "location")))
}
