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
#     regula: []
#   expected: >-
#     The document's inputs name a log group or bucket with encryption enabled.
#   fix:
#     terraform: >-
#       cloudWatchLogGroupName = aws_cloudwatch_log_group.NAME.name, cloudWatchEncryptionEnabled = true
#   since: "0.1.0"
package bulwark.rules.ssm_session_logged

import data.bulwark.lib.result
import data.bulwark.lib.sessions
import data.bulwark.lib.tf

findings contains fact if {
	some {"r": r, "inputs": inputs} in sessions.readable
	some fact in judged(r, inputs)
}

findings contains fact if some fact in sessions.others

judged(r, inputs) := [result.absent(r, "content.inputs.cloudWatchLogGroupName")] if {
	count(named(inputs)) == 0
} else := [fact |
	some switch in named(inputs)
	some fact in encrypted(r, concat(".", ["content.inputs", switch]), object.get(inputs, switch, null))
]

# The switch of each place that is named.
named(inputs) := [switch |
	some name, switch in {"cloudWatchLogGroupName": "cloudWatchEncryptionEnabled", "s3BucketName": "s3EncryptionEnabled"}
	value := object.get(inputs, name, null)
	not is_null(value)
	value != ""
]

encrypted(r, path, value) := [] if {
	tf.is_true(value)
} else := [result.absent(r, path)] if {
	is_null(value)
} else := [result.fail(r, path, value, "not-encrypted")]
