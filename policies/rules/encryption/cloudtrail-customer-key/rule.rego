# METADATA
# title: "The trail is encrypted with a customer managed key"
# description: >-
#   Without a KMS key, everyone who may read the bucket reads the account's whole history.
# related_resources:
#   - ref: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html
#     description: "Encrypting log files"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudtrail
#     description: "aws_cloudtrail"
# custom:
#   severity: medium
#   domain: encryption
#   resource_types: ["aws_cloudtrail", "aws_cloudtrail_event_data_store"]
#   obligations: [OBL-DATA-7, OBL-CONS-5]
#   equivalents:
#     checkov: ["CKV_AWS_35", "CKV_AWS_294"]
#     trivy: ["AWS-0015"]
#     kics: ["5d9e3164-9265-470c-9a10-57ae454ac0c7"]
#     cdk_nag: []
#     security_hub: ["CloudTrail.2", "CloudTrail.10"]
#     regula: ["FG_R00035"]
#   expected: >-
#     kms_key_id names a customer managed key.
#   fix:
#     terraform: >-
#       kms_key_id = aws_kms_key.NAME.arn
#     construct: >-
#       AuditTrail takes a DataKey.
#   since: "0.1.0"
package bulwark.rules.cloudtrail_customer_key

import data.bulwark.lib.kms
import data.bulwark.lib.tf

findings contains fact if {
	some type in ["aws_cloudtrail", "aws_cloudtrail_event_data_store"]
	some r in tf.resources(type)
	some fact in kms.customer_key(r, "kms_key_id", tf.step(r.values, "kms_key_id"))
}
