# METADATA
# title: "Sessions of operators are recorded, and the record is encrypted"
# description: >-
#   What an operator typed on a gateway is the best evidence after an incident, and often holds secrets. Name a
#   log group or a bucket and refuse one without encryption. Documents in YAML are not read.
# related_resources:
#   - ref: https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-logging.html
#     description: "Logging of sessions"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ssm_document
#     description: "aws_ssm_document"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["aws_ssm_document"]
#   obligations: [OBL-CONS-5, OBL-IAM-6]
#   equivalents:
#     checkov: ["CKV_AWS_113"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#   expected: >-
#     The document's inputs name a log group or bucket with encryption enabled.
#   fix:
#     terraform: >-
#       cloudWatchLogGroupName = aws_cloudwatch_log_group.NAME.name, cloudWatchEncryptionEnabled = true
#   since: "0.1.0"
package bulwark.rules.ssm_session_logged

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_ssm_document")
	r.values.document_type == "Session"
	not is_bare(r)
	inputs := object.get(document(r), "inputs", {})
	some fact in judged(r, inputs)
}

findings contains result.unknown(r, "content", object.get(r.values, "content", null)) if {
	some r in tf.resources("aws_ssm_document")
	r.values.document_type == "Session"
	not document(r)
}

findings contains result.not_applicable(r, "no-session-document") if {
	some r in tf.resources("aws_ssm_document")
	r.values.document_type != "Session"
	not tf.is_unknown(r.values.document_type)
}

findings contains result.unknown(r, "document_type", r.values.document_type) if {
	some r in tf.resources("aws_ssm_document")
	tf.is_unknown(r.values.document_type)
}

# Only standard sessions must carry preferences: https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-schema.html
is_bare(r) if {
	document(r).sessionType in {"InteractiveCommands", "NonInteractiveCommands", "Port"}
	is_null(object.get(document(r), "inputs", null))
}

findings contains result.not_applicable(r, "no-standard-session") if {
	some r in tf.resources("aws_ssm_document")
	r.values.document_type == "Session"
	is_bare(r)
}

document(r) := parsed if {
	json.is_valid(r.values.content)
	parsed := json.unmarshal(r.values.content)
}

judged(r, inputs) := [result.absent(r, "content.inputs.cloudWatchLogGroupName")] if count(named(inputs)) == 0

judged(r, inputs) := [fact |
	some switch in named(inputs)
	some fact in encrypted(r, switch, object.get(inputs, switch, null))
] if {
	count(named(inputs)) > 0
}

# The switch of each place that is named.
named(inputs) := [switch |
	some name, switch in {"cloudWatchLogGroupName": "cloudWatchEncryptionEnabled", "s3BucketName": "s3EncryptionEnabled"}
	value := object.get(inputs, name, null)
	not is_null(value)
	value != ""
]

encrypted(r, switch, value) := [] if {
	tf.is_true(value)
} else := [result.absent(r, concat(".", ["content.inputs", switch]))] if {
	is_null(value)
} else := [result.fail(r, concat(".", ["content.inputs", switch]), value, "not-encrypted")]
