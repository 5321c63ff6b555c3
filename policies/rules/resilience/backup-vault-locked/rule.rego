# METADATA
# title: "Backups cannot be deleted before their time"
# description: >-
#   Whoever encrypts data for ransom deletes the backups first. A vault lock refuses that, in compliance mode even
#   to the account's own administrator.
# related_resources:
#   - ref: https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
#     description: "Vault lock"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/backup_vault
#     description: "aws_backup_vault"
# custom:
#   severity: medium
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
#     An aws_backup_vault_lock_configuration names the vault.
#   fix:
#     terraform: >-
#       resource "aws_backup_vault_lock_configuration" "NAME" { backup_vault_name =
#       aws_backup_vault.NAME.name, ... }
#   since: "0.1.0"
package bulwark.rules.backup_vault_locked

import data.bulwark.lib.links
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_backup_vault")
	some fact in links.required(r, "aws_backup_vault", "aws_backup_vault_lock_configuration", "vault_lock")
}
