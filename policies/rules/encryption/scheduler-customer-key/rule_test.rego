package bulwark.rules_test.scheduler_customer_key

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.scheduler_customer_key as rule

test_own_key_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_scheduler_schedule.s", {"kms_key_arn": fx.ref("aws_kms_key.k")})])
	fx.verdicts(findings) == set()
}

test_no_key_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_scheduler_schedule.s", {})])
	fx.verdicts(findings) == {["aws_scheduler_schedule.s", "fail", "absent"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_scheduler_schedule.s", {"kms_key_arn": fx.expression})])
	fx.verdicts(findings) == {["aws_scheduler_schedule.s", "unknown", "expression-unresolved"]}
}
