# METADATA
# title: "What a schedule sends is encrypted with a customer managed key"
# description: >-
#   A schedule keeps the input of its target, encrypted with a key that AWS owns: nobody can withdraw it, and no
#   log says who used it. Where the input says nothing about anyone, that is all a key of your own would protect.
# related_resources:
#   - ref: https://docs.aws.amazon.com/scheduler/latest/UserGuide/encryption-rest.html
#     description: "Encryption at rest"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/scheduler_schedule
#     description: "aws_scheduler_schedule"
# custom:
#   severity: low
#   domain: encryption
#   resource_types: ["aws_scheduler_schedule"]
#   obligations: [OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_297"]
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
package bulwark.rules.scheduler_customer_key

import data.bulwark.lib.kms
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_scheduler_schedule")
	some fact in kms.customer_key(r, "kms_key_arn", tf.step(r.values, "kms_key_arn"))
}
