# METADATA
# title: "A key's deletion can be called off for a month"
# description: >-
#   Deleting a key destroys everything it encrypts. The waiting period is the time there is to notice and cancel;
#   AWS's default and maximum is 30 days.
# related_resources:
#   - ref: https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html
#     description: "Waiting period"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/kms_key
#     description: "aws_kms_key"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/kms_replica_key
#     description: "aws_kms_replica_key"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/kms_external_key
#     description: "aws_kms_external_key"
# custom:
#   severity: low
#   domain: resilience
#   resource_types: ["aws_kms_key", "aws_kms_replica_key", "aws_kms_external_key", "aws_kms_replica_external_key"]
#   obligations: [OBL-DATA-7, OBL-INC-3]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: ["0b530315-0ea4-497f-b34c-4ff86268f59d"]
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     deletion_window_in_days is at least the baseline (30).
#   fix:
#     terraform: >-
#       deletion_window_in_days = 30
#     construct: >-
#       DataKey, or keyDeletionWindowDays of IotBackend.
#   since: "0.1.0"
package bulwark.rules.kms_deletion_window

import data.bulwark.lib.judge
import data.bulwark.lib.kms
import data.bulwark.lib.tf

findings contains fact if {
	some type in kms.keys
	some r in tf.resources(type)
	some fact in judge.at_least(r, ["deletion_window_in_days"], data.baseline.keys.deletionWindowDays, 30)
}
