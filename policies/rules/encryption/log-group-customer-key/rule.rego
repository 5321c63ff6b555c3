# METADATA
# title: "Logs are encrypted with a customer managed key"
# description: >-
#   CloudWatch Logs encrypts with a key of AWS unless given one. Logs name devices, addresses and errors; a key of
#   your own decides who reads them, and its trail tells who did.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
#     description: "Encrypting log data"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudwatch_log_group
#     description: "aws_cloudwatch_log_group"
# custom:
#   severity: medium
#   domain: encryption
#   resource_types: ["aws_cloudwatch_log_group"]
#   obligations: [OBL-DATA-7, OBL-CONS-5]
#   equivalents:
#     checkov: ["CKV_AWS_158"]
#     trivy: ["AWS-0017"]
#     kics: ["0afbcfe9-d341-4b92-a64c-7e6de0543879"]
#     cdk_nag: []
#     security_hub: []
#     regula: ["FG_R00068"]
#   expected: >-
#     kms_key_id names a customer managed key.
#   fix:
#     terraform: >-
#       kms_key_id = aws_kms_key.NAME.arn
#     construct: >-
#       SecureLogGroup takes a DataKey.
#   since: "0.1.0"
package bulwark.rules.log_group_customer_key

import data.bulwark.lib.kms
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_cloudwatch_log_group")
	some fact in kms.customer_key(r, "kms_key_id", tf.step(r.values, "kms_key_id"))
}
