# METADATA
# title: "A vault with backups in it cannot be destroyed"
# description: >-
#   force_destroy deletes every recovery point together with the vault.
# related_resources:
#   - ref: https://docs.aws.amazon.com/aws-backup/latest/devguide/vaults.html
#     description: "Backup vaults"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/backup_vault
#     description: "aws_backup_vault"
# custom:
#   severity: low
#   domain: resilience
#   resource_types: ["aws_backup_vault"]
#   obligations: [OBL-INC-3]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     force_destroy is not true.
#   fix:
#     terraform: >-
#       force_destroy = false
#   since: "0.1.0"
package bulwark.rules.backup_vault_no_force_destroy

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_backup_vault")
	some fact in judge.off(r, ["force_destroy"], "data-lost-on-destroy")
}
