# METADATA
# title: "Backups are not open to everyone"
# description: >-
#   A vault policy with Principal * and no narrowing condition lets any AWS account copy or delete the backups.
# related_resources:
#   - ref: https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html
#     description: "Vault access policies"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/backup_vault_policy
#     description: "aws_backup_vault_policy"
# custom:
#   severity: critical
#   domain: data
#   resource_types: ["aws_backup_vault_policy"]
#   obligations: [OBL-DATA-7, OBL-INC-3]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     No Allow statement has Principal *, or NotPrincipal, without a condition that names somebody.
#   fix:
#     terraform: >-
#       Name the accounts that may copy.
#   since: "0.1.0"
package bulwark.rules.backup_vault_policy_not_public

import data.bulwark.lib.resource_policy
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_backup_vault_policy")
	some fact in resource_policy.public_facts(r, "policy", object.get(r.values, "policy", null))
}
