# METADATA
# title: "Security patches are approved within a week"
# description: >-
#   approve_after_days is how long a released patch waits before gateways take it; approve_until_date freezes the
#   list on a day. Both are the attacker's time.
# related_resources:
#   - ref: https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-approval-rules.html
#     description: "Auto-approval"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ssm_patch_baseline
#     description: "aws_ssm_patch_baseline"
# custom:
#   severity: high
#   domain: patching
#   resource_types: ["aws_ssm_patch_baseline"]
#   obligations: [OBL-RISK-5, OBL-SDLC-6, OBL-CONS-10]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     There is an approval rule, and each approves after at most the baseline (7 days).
#   fix:
#     terraform: >-
#       approval_rule { approve_after_days = 7 ... } without approve_until_date.
#   since: "0.1.0"
package bulwark.rules.ssm_patch_approval_delay

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.absent(r, "approval_rule") if {
	some r in tf.resources("aws_ssm_patch_baseline")
	is_null(tf.step(r.values, "approval_rule"))
}

findings contains result.unknown(r, "approval_rule", r.values.approval_rule) if {
	some r in tf.resources("aws_ssm_patch_baseline")
	tf.is_unknown(r.values.approval_rule)
}

findings contains result.with_detail(fact, path) if {
	some r in tf.resources("aws_ssm_patch_baseline")
	is_array(r.values.approval_rule)
	some index, block in r.values.approval_rule
	is_null(tf.step(block, "approve_until_date"))
	path := concat("", ["approval_rule[", format_int(index, 10), "].approve_after_days"])
	some fact in judge.value_at_most(r, path, tf.step(block, "approve_after_days"), data.baseline.patching.approvalDays, null)
}

findings contains result.with_detail(result.fail(r, path, value, "frozen"), path) if {
	some r in tf.resources("aws_ssm_patch_baseline")
	is_array(r.values.approval_rule)
	some index, block in r.values.approval_rule
	value := tf.step(block, "approve_until_date")
	not is_null(value)
	path := concat("", ["approval_rule[", format_int(index, 10), "].approve_until_date"])
}
