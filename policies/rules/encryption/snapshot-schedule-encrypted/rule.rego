# METADATA
# title: "Snapshots copied by schedule are encrypted with a key of your own"
# description: >-
#   A schedule that copies snapshots to another region says anew whether they are encrypted and with which key. In
#   the clear, or under the key of AWS there, the copy is weaker than the disk.
# related_resources:
#   - ref: https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-lifecycle.html
#     description: "Snapshot schedules"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/dlm_lifecycle_policy
#     description: "aws_dlm_lifecycle_policy"
# custom:
#   severity: medium
#   domain: encryption
#   resource_types: ["aws_dlm_lifecycle_policy"]
#   obligations: [OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_253", "CKV_AWS_254", "CKV_AWS_255", "CKV_AWS_256"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     encrypted is true and cmk_arn names a customer managed key in each copy.
#   fix:
#     terraform: >-
#       cross_region_copy_rule { encrypted = true, cmk_arn = aws_kms_key.NAME.arn, ... }
#   since: "0.1.0"
package bulwark.rules.snapshot_schedule_encrypted

import data.bulwark.lib.judge
import data.bulwark.lib.kms
import data.bulwark.lib.tf

findings contains fact if {
	some copy in copies
	some fact in judge.value_enabled(copy.r, concat(".", [copy.path, "encrypted"]), tf.step(copy.block, "encrypted"), false)
}

findings contains fact if {
	some copy in copies
	tf.is_true(tf.step(copy.block, "encrypted"))
	some fact in kms.customer_key(copy.r, concat(".", [copy.path, "cmk_arn"]), tf.step(copy.block, "cmk_arn"))
}

copies contains {"r": r, "path": "policy_details.schedule.cross_region_copy_rule", "block": block} if {
	some r in tf.resources("aws_dlm_lifecycle_policy")
	some schedule in tf.list(tf.dig(r.values, ["policy_details", "schedule"]))
	some block in tf.list(tf.step(schedule, "cross_region_copy_rule"))
}

copies contains {"r": r, "path": "policy_details.action.cross_region_copy.encryption_configuration", "block": tf.step(block, "encryption_configuration")} if {
	some r in tf.resources("aws_dlm_lifecycle_policy")
	some action in tf.list(tf.dig(r.values, ["policy_details", "action"]))
	some block in tf.list(tf.step(action, "cross_region_copy"))
}
