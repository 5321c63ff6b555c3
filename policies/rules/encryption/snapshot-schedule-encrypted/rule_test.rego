package bulwark.rules_test.snapshot_schedule_encrypted

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.snapshot_schedule_encrypted as rule

test_own_key_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dlm_lifecycle_policy.x", {"policy_details": [{"schedule": [{"cross_region_copy_rule": [{"encrypted": true, "cmk_arn": fx.ref("aws_kms_key.k")}]}]}]})])
	fx.verdicts(findings) == set()
}

test_no_copy_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dlm_lifecycle_policy.x", {"policy_details": [{"schedule": [{"name": "daily"}]}]})])
	fx.verdicts(findings) == set()
}

test_in_the_clear_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dlm_lifecycle_policy.x", {"policy_details": [{"schedule": [{"cross_region_copy_rule": [{"encrypted": false}]}]}]})])
	fx.verdicts(findings) == {["aws_dlm_lifecycle_policy.x", "fail", "disabled"]}
}

test_no_key_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dlm_lifecycle_policy.x", {"policy_details": [{"schedule": [{"cross_region_copy_rule": [{"encrypted": true}]}]}]})])
	fx.verdicts(findings) == {["aws_dlm_lifecycle_policy.x", "fail", "absent"]}
}

test_copy_on_event_in_the_clear_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dlm_lifecycle_policy.x", {"policy_details": [{"action": [{"name": "copy", "cross_region_copy": [{"encryption_configuration": [{"encrypted": false}]}]}]}]})])
	fx.verdicts(findings) == {["aws_dlm_lifecycle_policy.x", "fail", "disabled"]}
}

test_copy_on_event_with_own_key_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dlm_lifecycle_policy.x", {"policy_details": [{"action": [{"name": "copy", "cross_region_copy": [{"encryption_configuration": [{"encrypted": true, "cmk_arn": fx.ref("aws_kms_key.k")}]}]}]}]})])
	fx.verdicts(findings) == set()
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dlm_lifecycle_policy.x", {"policy_details": [{"schedule": [{"cross_region_copy_rule": [{"encrypted": fx.expression}]}]}]})])
	fx.verdicts(findings) == {["aws_dlm_lifecycle_policy.x", "unknown", "expression-unresolved"]}
}
