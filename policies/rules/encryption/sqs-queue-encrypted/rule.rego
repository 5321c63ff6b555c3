# METADATA
# title: "Queues are encrypted"
# description: >-
#   New queues are encrypted with an SQS-managed key unless someone switches that off. sqs_managed_sse_enabled =
#   false without a KMS key stores messages in the clear.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html
#     description: "Encryption at rest"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/sqs_queue
#     description: "aws_sqs_queue"
# custom:
#   severity: high
#   domain: encryption
#   resource_types: ["aws_sqs_queue"]
#   obligations: [OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_27"]
#     trivy: ["AWS-0096"]
#     kics: ["6e8849c1-3aa7-40e3-9063-b85ee300f29f"]
#     cdk_nag: ["AwsSolutions-SQS2"]
#     security_hub: ["SQS.1"]
#     regula: ["FG_R00070"]
#   expected: >-
#     The queue has a KMS key, or SQS-managed encryption is not switched off.
#   fix:
#     terraform: >-
#       kms_master_key_id = aws_kms_key.NAME.arn
#     construct: >-
#       DeadLetterQueue takes a DataKey.
#   since: "0.1.0"
package bulwark.rules.sqs_queue_encrypted

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_sqs_queue")
	not has_key(r)
	not judge.may_be_nothing(tf.step(r.values, "kms_master_key_id"))
	some fact in judge.enabled(r, ["sqs_managed_sse_enabled"], true)
}

# A key that may turn out to be none leaves it to the encryption of SQS itself.
findings contains result.unknown(r, "kms_master_key_id", key) if {
	some r in tf.resources("aws_sqs_queue")
	key := tf.step(r.values, "kms_master_key_id")
	judge.may_be_nothing(key)
	count(judge.enabled(r, ["sqs_managed_sse_enabled"], true)) > 0
}

has_key(r) if {
	key := tf.step(r.values, "kms_master_key_id")
	not is_null(key)
	key != ""
	not judge.may_be_nothing(key)
}
