# METADATA
# title: "Topics are encrypted with a customer managed key"
# description: >-
#   SNS does not encrypt at rest by default. alias/aws/sns is no way out: its policy cannot let CloudWatch alarms,
#   EventBridge or AWS IoT publish, so that encrypted topics then get nothing.
# related_resources:
#   - ref: https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
#     description: "Keys for SNS"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/sns_topic
#     description: "aws_sns_topic"
# custom:
#   severity: medium
#   domain: encryption
#   resource_types: ["aws_sns_topic"]
#   obligations: [OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_26"]
#     trivy: ["AWS-0095", "AWS-0136"]
#     kics: ["28545147-2fc6-42d5-a1f9-cf226658e591", "b1a72f66-2236-4f3b-87ba-0da1b366956f"]
#     cdk_nag: []
#     security_hub: ["SNS.1"]
#     regula: []
#   expected: >-
#     kms_master_key_id names a customer managed key.
#   fix:
#     terraform: >-
#       kms_master_key_id = aws_kms_key.NAME.arn
#     construct: >-
#       AlertTopic takes a DataKey.
#   since: "0.1.0"
package bulwark.rules.sns_topic_customer_key

import data.bulwark.lib.kms
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_sns_topic")
	some fact in kms.customer_key(r, "kms_master_key_id", tf.step(r.values, "kms_master_key_id"))
}
