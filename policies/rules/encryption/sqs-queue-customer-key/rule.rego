# METADATA
# title: "Queues use a customer managed key"
# description: >-
#   The SQS-managed key and alias/aws/sqs belong to AWS: their policy cannot be narrowed to one class of data, and
#   other services cannot be granted its use. A key of your own can be audited and withdrawn. Encryption that is off
#   altogether is reported by sqs-queue-encrypted.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
#     description: "Keys for SQS"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/sqs_queue
#     description: "aws_sqs_queue"
# custom:
#   severity: medium
#   domain: encryption
#   resource_types: ["aws_sqs_queue"]
#   obligations: [OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV2_AWS_73"]
#     trivy: ["AWS-0135"]
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: ["FG_R00070"]
#   expected: >-
#     kms_master_key_id names a customer managed key.
#   fix:
#     terraform: >-
#       kms_master_key_id = aws_kms_key.NAME.arn
#     construct: >-
#       DeadLetterQueue takes a DataKey.
#   since: "0.1.0"
package bulwark.rules.sqs_queue_customer_key

import data.bulwark.lib.kms
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_sqs_queue")
	not is_plain(r)
	some fact in kms.customer_key(r, "kms_master_key_id", tf.step(r.values, "kms_master_key_id"))
}

findings contains result.not_applicable(r, "not-encrypted") if {
	some r in tf.resources("aws_sqs_queue")
	is_plain(r)
}

is_plain(r) if {
	tf.is_false(tf.step(r.values, "sqs_managed_sse_enabled"))
	is_null(tf.step(r.values, "kms_master_key_id"))
}
