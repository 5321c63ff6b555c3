# METADATA
# title: "Data streams are encrypted with a customer managed key"
# description: >-
#   encryption_type is NONE unless written. KMS with alias/aws/kinesis encrypts, but under a key AWS keeps for the
#   whole account.
# related_resources:
#   - ref: https://docs.aws.amazon.com/streams/latest/dev/server-side-encryption.html
#     description: "Server-side encryption"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/kinesis_stream
#     description: "aws_kinesis_stream"
# custom:
#   severity: medium
#   domain: encryption
#   resource_types: ["aws_kinesis_stream", "aws_kinesis_video_stream"]
#   obligations: [OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_43", "CKV_AWS_177", "CKV_AWS_185"]
#     trivy: ["AWS-0064"]
#     kics: ["862fe4bf-3eec-4767-a517-40f378886b88"]
#     cdk_nag: ["AwsSolutions-KDS1"]
#     security_hub: ["Kinesis.1"]
#     regula: []
#   expected: >-
#     encryption_type is KMS with a customer managed key.
#   fix:
#     terraform: >-
#       encryption_type = "KMS" and kms_key_id = aws_kms_key.NAME.arn
#   since: "0.1.0"
package bulwark.rules.kinesis_stream_customer_key

import data.bulwark.lib.judge
import data.bulwark.lib.kms
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_kinesis_stream")
	some fact in judge.one_of(r, ["encryption_type"], {"KMS"}, "NONE")
}

findings contains fact if {
	some r in tf.resources("aws_kinesis_stream")
	r.values.encryption_type == "KMS"
	some fact in kms.customer_key(r, "kms_key_id", tf.step(r.values, "kms_key_id"))
}

findings contains fact if {
	some r in tf.resources("aws_kinesis_video_stream")
	some fact in kms.customer_key(r, "kms_key_id", tf.step(r.values, "kms_key_id"))
}
