# METADATA
# title: "Secrets do not stand in the user data of instances"
# description: >-
#   User data can be read by everything that runs on the instance, by whoever may describe it, and in every plan and
#   state. Give the name of the secret and fetch it at start. A line that gives a name that says secret a value
#   written out counts, and so do access keys of AWS and private keys; text in base64 is read as well.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html
#     description: "User data"
#   - ref: https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets.html
#     description: "Fetching secrets"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/instance
#     description: "aws_instance"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/spot_instance_request
#     description: "aws_spot_instance_request"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/spot_fleet_request
#     description: "aws_spot_fleet_request"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/launch_template
#     description: "aws_launch_template"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/launch_configuration
#     description: "aws_launch_configuration"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["aws_instance", "aws_spot_instance_request", "aws_spot_fleet_request", "aws_launch_template", "aws_launch_configuration"]
#   obligations: [OBL-SDLC-13, OBL-IAM-4]
#   equivalents:
#     checkov: ["CKV_AWS_46"]
#     trivy: ["AWS-0029", "AWS-0122", "AWS-0129"]
#     kics: ["443488f5-c734-460b-a36d-5b3f330174dc", "d7b9d850-3e06-4a75-852f-c46c2e92240b"]
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     No line of the user data holds a secret; one that names where it is kept may.
#   fix:
#     terraform: >-
#       API_TOKEN=$(aws secretsmanager get-secret-value --secret-id NAME --query SecretString --output text)
#   since: "0.1.0"
package bulwark.rules.ec2_user_data_no_secrets

import data.bulwark.lib.ec2
import data.bulwark.lib.result
import data.bulwark.lib.secrets
import data.bulwark.lib.tf

findings contains result.with_detail(result.fail(r, attribute, null, "secret-written-out"), detail) if {
	some [r, attribute, value] in written
	some text in readings(value)
	some detail in secrets_in(text)
}

findings contains result.unknown(r, attribute, value) if {
	some [r, attribute, value] in written
	tf.is_unknown(value)
	not tf.has_text(value)
}

# A plan shows a digest in place of an instance's user data.
findings contains result.unknown(r, attribute, {"$unknown": "opaque-document"}) if {
	some [r, attribute, value] in written
	is_string(value)
	regex.match(`^[0-9a-f]{40}$`, value)
}

# Compressed: the first bytes of gzip, in base64.
findings contains result.unknown(r, attribute, {"$unknown": "opaque-document"}) if {
	some [r, attribute, value] in written
	is_string(value)
	startswith(value, "H4sI")
}

# An array, since a set would hash each instance.
written := array.concat(
	[[r, attribute, value] |
		some type in ec2.with_templates
		some r in tf.resources(type)
		some attribute in ["user_data", "user_data_base64"]
		value := tf.step(r.values, attribute)
		not is_null(value)
	],
	[[launch.r, "launch_specification.user_data", value] |
		some launch in ec2.fleet_launches
		value := tf.step(launch.body, "user_data")
		not is_null(value)
	],
)

# A template is judged by what is written in it.
readings(value) := {text} | decoded(text) if text := tf.text(value)

readings(value) := set() if not tf.has_text(value)

decoded(text) := {base64.decode(text)} if {
	regex.match(`^(?:[A-Za-z0-9+/]{4}){4,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$`, text)
} else := set()

# The name of the line, or what the value betrays by itself.
secrets_in(text) := {name |
	some line in split(text, "\n")
	some [_, name, value] in regex.find_all_string_submatch_n(assignment, line, -1)
	not regex.match("^[$\u0060]", value)
	secrets.is_written_out(name, value)
} | {"key" | secrets.is_written_out("", text)}

# NAME=value, NAME: value, "NAME": "value", --name value; what a shell or a template fills in begins with $ or {{ and is none.
assignment := `(?i)([a-z0-9_.-]*(?:passw(?:or)?d|passphrase|secret|token|api_?key|access_?key|private_?key|credential|_pass|_pwd)[a-z0-9_]*)["']?\s*[=:]\s*["']?([^\s"';<>{}]{4,})`
