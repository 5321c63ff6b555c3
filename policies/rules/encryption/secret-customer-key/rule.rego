# METADATA
# title: "Secrets use a customer managed key"
# description: >-
#   Under aws/secretsmanager whoever may read secrets may decrypt them. A key of your own is a second lock: its
#   policy names who may use it and its trail tells who did. A replica without kms_key_id falls to aws/secretsmanager of its
#   region.
# related_resources:
#   - ref: https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
#     description: "Encryption of secrets"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/secretsmanager_secret
#     description: "aws_secretsmanager_secret"
# custom:
#   severity: medium
#   domain: encryption
#   resource_types: ["aws_secretsmanager_secret"]
#   obligations: [OBL-IAM-4, OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_149"]
#     trivy: ["AWS-0098"]
#     kics: ["b0d3ef3f-845d-4b1b-83d6-63a5a380375f", "a2f548f2-188c-4fff-b172-e9a6acb216bd"]
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     kms_key_id names a customer managed key, in replica blocks too.
#   fix:
#     terraform: >-
#       kms_key_id = aws_kms_key.NAME.arn
#   since: "0.1.0"
package bulwark.rules.secret_customer_key

import data.bulwark.lib.kms
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_secretsmanager_secret")
	some fact in kms.customer_key(r, "kms_key_id", tf.dig(r.values, ["kms_key_id"]))
}

# Copies in other regions. https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html
findings contains result.with_detail(fact, replica.name) if {
	some r in tf.resources("aws_secretsmanager_secret")
	some replica in tf.named_blocks(object.get(r.values, "replica", null), "region")
	some fact in kms.customer_key(r, "replica.kms_key_id", tf.step(replica.body, "kms_key_id"))
}
