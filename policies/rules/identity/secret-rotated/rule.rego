# METADATA
# title: "Secrets are replaced by themselves"
# description: >-
#   A secret that is never replaced stays good for whoever once copied it. Rotation bounds that time and proves
#   that replacing works.
# related_resources:
#   - ref: https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html
#     description: "Rotation"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/secretsmanager-controls.html#secretsmanager-1
#     description: "SecretsManager.1"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/secretsmanager_secret
#     description: "aws_secretsmanager_secret"
# custom:
#   severity: medium
#   domain: identity
#   resource_types: ["aws_secretsmanager_secret"]
#   obligations: [OBL-IAM-4]
#   equivalents:
#     checkov: ["CKV2_AWS_57"]
#     trivy: []
#     kics: []
#     cdk_nag: ["AwsSolutions-SMG4"]
#     security_hub: ["SecretsManager.1"]
#     regula: []
#   expected: >-
#     An aws_secretsmanager_secret_rotation names the secret.
#   fix:
#     terraform: >-
#       resource "aws_secretsmanager_secret_rotation" "NAME" { secret_id = aws_secretsmanager_secret.NAME.id,
#       ... }
#   since: "0.1.0"
package bulwark.rules.secret_rotated

import data.bulwark.lib.links
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_secretsmanager_secret")
	some fact in links.required(r, "aws_secretsmanager_secret", "aws_secretsmanager_secret_rotation", "rotation_rules")
}
