# METADATA
# title: "Time series use a customer managed key"
# description: >-
#   Absent means aws/timestream, a key of AWS whose policy cannot be narrowed. Readings tell when somebody is at
#   home.
# related_resources:
#   - ref: https://docs.aws.amazon.com/timestream/latest/developerguide/EncryptionAtRest.html
#     description: "Encryption of Timestream"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/timestreamwrite_database
#     description: "aws_timestreamwrite_database"
# custom:
#   severity: low
#   domain: encryption
#   resource_types: ["aws_timestreamwrite_database"]
#   obligations: [OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_160"]
#     trivy: []
#     kics: []
#     cdk_nag: ["AwsSolutions-TS3"]
#     security_hub: []
#     regula: []
#   expected: >-
#     kms_key_id names a customer managed key.
#   fix:
#     terraform: >-
#       kms_key_id = aws_kms_key.NAME.arn
#   since: "0.1.0"
package bulwark.rules.timestream_customer_key

import data.bulwark.lib.kms
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_timestreamwrite_database")
	some fact in kms.customer_key(r, "kms_key_id", tf.dig(r.values, ["kms_key_id"]))
}
