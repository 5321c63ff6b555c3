# METADATA
# title: "Delivery streams are encrypted with a customer managed key"
# description: >-
#   Records wait in a delivery stream for minutes, up to a day when the destination fails. Server-side encryption is
#   off by default. Streams fed by a Kinesis stream or a Kafka topic are encrypted there and exempt.
# related_resources:
#   - ref: https://docs.aws.amazon.com/firehose/latest/dev/encryption.html
#     description: "Server-side encryption"
#   - ref: https://docs.aws.amazon.com/firehose/latest/APIReference/API_StartDeliveryStreamEncryption.html
#     description: "Only streams with DirectPut as source can be encrypted"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/kinesis_firehose_delivery_stream
#     description: "aws_kinesis_firehose_delivery_stream"
# custom:
#   severity: medium
#   domain: encryption
#   resource_types: ["aws_kinesis_firehose_delivery_stream"]
#   obligations: [OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_240", "CKV_AWS_241"]
#     trivy: []
#     kics: ["5c6dd5e7-1fe0-4cae-8f81-4c122717cef3"]
#     cdk_nag: ["AwsSolutions-KDF1"]
#     security_hub: ["DataFirehose.1"]
#     regula: []
#   expected: >-
#     server_side_encryption is enabled with key_type CUSTOMER_MANAGED_CMK and a key.
#   fix:
#     terraform: >-
#       server_side_encryption { enabled = true, key_type = "CUSTOMER_MANAGED_CMK", key_arn = aws_kms_key.NAME.arn }
#     construct: >-
#       TelemetryLake takes a DataKey.
#   since: "0.1.0"
package bulwark.rules.firehose_stream_customer_key

import data.bulwark.lib.judge
import data.bulwark.lib.kms
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in streams
	some fact in judge.enabled(r, ["server_side_encryption", "enabled"], false)
}

findings contains fact if {
	some r in streams
	tf.is_true(tf.dig(r.values, ["server_side_encryption", "enabled"]))
	some fact in judge.one_of(r, ["server_side_encryption", "key_type"], {"CUSTOMER_MANAGED_CMK"}, "AWS_OWNED_CMK")
}

findings contains fact if {
	some r in streams
	tf.dig(r.values, ["server_side_encryption", "key_type"]) == "CUSTOMER_MANAGED_CMK"
	some fact in kms.customer_key(r, "server_side_encryption.key_arn", tf.dig(r.values, ["server_side_encryption", "key_arn"]))
}

findings contains result.not_applicable(r, reason) if {
	some r in tf.resources("aws_kinesis_firehose_delivery_stream")
	some block, reason in sources
	value := tf.step(r.values, block)
	not is_null(value)
	not tf.is_unknown(value)
}

findings contains result.unknown(r, block, value) if {
	some r in tf.resources("aws_kinesis_firehose_delivery_stream")
	some block, _ in sources
	value := tf.step(r.values, block)
	tf.is_unknown(value)
}

streams := [r | some r in tf.resources("aws_kinesis_firehose_delivery_stream"); not is_fed(r)]

is_fed(r) if {
	some block, _ in sources
	not is_null(tf.step(r.values, block))
}

# Only a stream that is written to directly can be encrypted by itself.
sources := {"kinesis_source_configuration": "fed-by-kinesis", "msk_source_configuration": "fed-by-kafka"}
