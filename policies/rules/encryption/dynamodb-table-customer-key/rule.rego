# METADATA
# title: "Tables are encrypted with a customer managed key"
# description: >-
#   DynamoDB always encrypts; without server_side_encryption under a key owned by AWS, with enabled = true and no
#   kms_key_arn under alias/aws/dynamodb. Only a key of your own can be audited, narrowed and withdrawn. A replica without
#   kms_key_arn falls to alias/aws/dynamodb of its region.
# related_resources:
#   - ref: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/EncryptionAtRest.html
#     description: "Encryption at rest"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/dynamodb_table
#     description: "aws_dynamodb_table"
# custom:
#   severity: medium
#   domain: encryption
#   resource_types: ["aws_dynamodb_table", "aws_dynamodb_table_replica"]
#   obligations: [OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_119", "CKV_AWS_271"]
#     trivy: ["AWS-0025"]
#     kics: ["ce089fd4-1406-47bd-8aad-c259772bb294"]
#     cdk_nag: []
#     security_hub: []
#     regula: ["FG_R00069"]
#   expected: >-
#     server_side_encryption is enabled with a customer managed key, and each replica names one.
#   fix:
#     terraform: >-
#       server_side_encryption { enabled = true, kms_key_arn = aws_kms_key.NAME.arn }
#     construct: >-
#       DeviceRegistry takes a DataKey.
#   since: "0.1.0"
package bulwark.rules.dynamodb_table_customer_key

import data.bulwark.lib.judge
import data.bulwark.lib.kms
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_dynamodb_table")
	some fact in judge.unless_restored(r, judge.enabled(r, ["server_side_encryption", "enabled"], false), {"absent"})
}

findings contains fact if {
	some r in tf.resources("aws_dynamodb_table")
	tf.is_true(tf.dig(r.values, ["server_side_encryption", "enabled"]))
	some fact in kms.customer_key(r, "server_side_encryption.kms_key_arn", tf.dig(r.values, ["server_side_encryption", "kms_key_arn"]))
}

# A replica has a key of its own, in its own region.
findings contains fact if {
	some r in tf.resources("aws_dynamodb_table_replica")
	some fact in kms.customer_key(r, "kms_key_arn", tf.step(r.values, "kms_key_arn"))
}

# Copies in other regions, written inside the table.
findings contains result.with_detail(fact, replica.name) if {
	some r in tf.resources("aws_dynamodb_table")
	some replica in tf.named_blocks(object.get(r.values, "replica", null), "region_name")
	some fact in kms.customer_key(r, "replica.kms_key_arn", tf.step(replica.body, "kms_key_arn"))
}
