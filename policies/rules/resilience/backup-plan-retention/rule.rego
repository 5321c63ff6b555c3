# METADATA
# title: "Backups are kept for five weeks"
# description: >-
#   A slow attack or a silent error is found weeks later. A rule without delete_after keeps its backups for ever,
#   which passes here and is a matter for the record of processing.
# related_resources:
#   - ref: https://docs.aws.amazon.com/config/latest/developerguide/backup-plan-min-frequency-and-min-retention-check.html
#     description: "The AWS Config rule"
#   - ref: https://docs.aws.amazon.com/aws-backup/latest/devguide/creating-a-backup-plan.html
#     description: "Backup plans"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/backup_plan
#     description: "aws_backup_plan"
# custom:
#   severity: low
#   domain: resilience
#   resource_types: ["aws_backup_plan"]
#   obligations: [OBL-INC-3]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     lifecycle.delete_after of a rule, and of each of its copies, is at least 35 days.
#   fix:
#     terraform: >-
#       lifecycle { delete_after = 35 }
#   since: "0.1.0"
package bulwark.rules.backup_plan_retention

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(fact, format_int(index, 10)) if {
	some r in tf.resources("aws_backup_plan")
	some index, rule in tf.list(object.get(r.values, "rule", null))
	kept := tf.dig(rule, ["lifecycle", "delete_after"])
	not is_null(kept)

	# In blocks of a set a plan shows 0 for what nobody wrote.
	kept != 0
	some fact in judge.value_at_least(r, "rule.lifecycle.delete_after", kept, floor_days, null)
}

# Days; the default of the AWS Config rule backup-plan-min-frequency-and-min-retention-check.
floor_days := 35

# A copy in another vault ends by itself.
findings contains result.with_detail(fact, concat(".", [format_int(index, 10), "copy_action", format_int(place, 10)])) if {
	some r in tf.resources("aws_backup_plan")
	some index, rule in tf.list(object.get(r.values, "rule", null))
	some place, copy in tf.list(tf.step(rule, "copy_action"))
	kept := tf.dig(copy, ["lifecycle", "delete_after"])
	not is_null(kept)
	kept != 0
	some fact in judge.value_at_least(r, "rule.copy_action.lifecycle.delete_after", kept, floor_days, null)
}
