# METADATA
# title: "What devices and the registry are told holds no secret"
# description: >-
#   Commands, job documents and attributes of things and package versions are read by everyone who may list them
#   and by the devices they reach, and stay in the state. A password or key in one is known to all of them. A name
#   that says secret beside a value counts, and private keys, access keys and addresses with a password in them by
#   their form. So do the headers and client properties that a topic rule sends along; get_secret() is none.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/thing-registry.html
#     description: "Thing attributes"
#   - ref: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-command.html
#     description: "AWS::IoT::Command"
#   - ref: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-jobtemplate.html
#     description: "AWS::IoT::JobTemplate"
#   - ref: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-softwarepackageversion.html
#     description: "AWS::IoT::SoftwarePackageVersion"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iot_thing
#     description: "aws_iot_thing"
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/apache-kafka-rule-action.html
#     description: "Kafka client properties and get_secret"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["AWS::IoT::Command", "AWS::IoT::JobTemplate", "AWS::IoT::SoftwarePackageVersion", "aws_iot_thing", "aws_iot_thing_group", "aws_iot_topic_rule"]
#   obligations: [OBL-SDLC-13, OBL-IAM-4]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     No attribute, payload, header or document holds a password, token or key that is written out.
#   fix:
#     terraform: >-
#       Name the place of the secret (a parameter or secret the device may read with its own credentials), not the
#       secret.
#   since: "0.1.0"
package bulwark.rules.iot_no_secrets

import data.bulwark.lib.iot
import data.bulwark.lib.result
import data.bulwark.lib.secrets
import data.bulwark.lib.tf

# Where text for devices stands.
places := {
	"AWS::IoT::Command": [["Payload", "Content"], ["PayloadTemplate"]],
	"AWS::IoT::JobTemplate": [["Document"]],
	"AWS::IoT::SoftwarePackageVersion": [["Attributes"], ["Recipe"]],
	"aws_iot_thing": [["attributes"]],
	"aws_iot_thing_group": [["properties", "attribute_payload", "attributes"]],
}

findings contains result.with_detail(result.fail(r, concat(".", path), null, "secret-written-out"), name) if {
	some type, paths in places
	some r in tf.resources(type)
	some path in paths
	some name in secret_names(tf.dig(r.values, path))
}

findings contains result.unknown(r, concat(".", path), value) if {
	some type, paths in places
	some r in tf.resources(type)
	some path in paths
	value := tf.dig(r.values, path)
	tf.is_unknown(value)
	not tf.has_text(value)
}

findings contains result.with_detail(result.unknown(r, concat(".", path), inner), name) if {
	some type, paths in places
	some r in tf.resources(type)
	some path in paths
	value := tf.dig(r.values, path)
	is_object(value)
	not tf.is_unknown(value)
	some name, inner in value
	secrets.may_be_written_out(name, inner)
}

findings contains result.with_detail(result.fail(r, entry.path, null, "secret-written-out"), entry.path) if {
	some {"r": r, "entry": entry} in sent
	is_string(entry.value)
	not contains(entry.value, "${")
	is_credential(entry)
}

findings contains result.with_detail(result.unknown(r, entry.path, entry.value), entry.path) if {
	some {"r": r, "entry": entry} in sent
	tf.is_unknown(entry.value)
	may_be_credential(entry)
}

# What a topic rule sends along: headers of its HTTP actions and properties of its Kafka clients. `${get_secret(...)}` is filled in by AWS IoT.
# https://docs.aws.amazon.com/iot/latest/developerguide/iot-sql-functions.html#iot-sql-function-get-secret
sent := array.concat(
	[{"r": r, "entry": {"path": concat("", [action.path, ".http_header.", name]), "name": name, "value": tf.step(header, "value")}} |
		some r in tf.resources("aws_iot_topic_rule")
		some action in iot.rule_actions(r, "http")
		some header in tf.list(tf.step(action.body, "http_header"))
		name := tf.step(header, "key")
		is_string(name)
	],
	[{"r": r, "entry": {"path": concat("", [action.path, ".client_properties.", name]), "name": name, "value": value}} |
		some r in tf.resources("aws_iot_topic_rule")
		some action in iot.rule_actions(r, "kafka")
		some name, value in tf.step(action.body, "client_properties")
	],
)

# What may be sent along by any name.
findings contains result.with_detail(result.unknown(r, place, value), place) if {
	some r in tf.resources("aws_iot_topic_rule")
	some kind, attribute in {"http": "http_header", "kafka": "client_properties"}
	some action in iot.rule_actions(r, kind)
	some block in tf.list(tf.step(action.body, attribute))
	value := hidden_in(block)
	place := concat(".", [action.path, attribute])
}

hidden_in(block) := block if tf.is_unknown(block)

hidden_in(header) := header.key if tf.is_unknown(header.key)

is_credential(entry) if secrets.is_written_out(entry.name, entry.value)

is_credential(entry) if authorizes(entry.name)

may_be_credential(entry) if secrets.may_be_written_out(entry.name, entry.value)

may_be_credential(entry) if authorizes(entry.name)

# Source: RFC 9110, 11.6.2 and 11.7.2
authorizes(name) if lower(name) in {"authorization", "proxy-authorization"}

# The names under which secrets stand, in a map, in a JSON document, or plainly in a text.
secret_names(value) := {name | some name, inner in leaves(value); secrets.is_written_out(name, inner)} if has_document(value)

secret_names(value) := {"text" | secrets.is_written_out("text", tf.text(decoded(value)))} if not has_document(value)

has_document(value) if is_object(document(value))

leaves(value) := {concat(".", [part | some step in path; part := sprint(step)]): inner |
	holes := [path | some path, inner; walk(document(value), [path, inner]); tf.is_unknown(inner)]
	some path, inner
	walk(document(value), [path, inner])
	is_string(inner)
	count(path) > 0
	count([hole | some hole in holes; array.slice(path, 0, count(hole)) == hole]) == 0
}

sprint(step) := step if is_string(step)

sprint(step) := format_int(step, 10) if is_number(step)

document(value) := json.unmarshal(decoded(value)) if {
	is_string(value)
	json.is_valid(decoded(value))
}

document(value) := value if {
	is_object(value)
	not tf.is_unknown(value)
}

# The content of a command is binary: AWS takes it as Base64.
decoded(value) := base64.decode(value) if is_base64(value)

decoded(value) := value if not is_base64(value)

is_base64(value) if {
	is_string(value)
	count(value) % 4 == 0
	stem := trim_right(value, "=")
	count(stem) >= 8
	count(value) - count(stem) <= 2
	trim(stem, letters) == ""
}

letters := "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
