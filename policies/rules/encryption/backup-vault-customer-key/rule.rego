# METADATA
# title: "Backups use a customer managed key"
# description: >-
#   A backup holds everything at once. Under aws/backup it cannot be shared with a second account, which is where
#   it should lie.
# related_resources:
#   - ref: https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html
#     description: "Encryption of backups"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/backup_vault
#     description: "aws_backup_vault"
# custom:
#   severity: medium
#   domain: encryption
#   resource_types: ["aws_backup_vault"]
#   obligations: [OBL-DATA-7, OBL-INC-3]
#   equivalents:
#     checkov: ["CKV_AWS_166"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     kms_key_arn names a customer managed key.
#   fix:
#     terraform: >-
#       kms_key_arn = aws_kms_key.NAME.arn
#   since: "0.1.0"
package bulwark.rules.backup_vault_customer_key

import data.bulwark.lib.kms
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_backup_vault")
	some fact in kms.customer_key(r, "kms_key_arn", tf.dig(r.values, ["kms_key_arn"]))
}
