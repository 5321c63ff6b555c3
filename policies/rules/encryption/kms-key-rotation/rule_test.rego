package bulwark.rules_test.kms_key_rotation

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.kms_key_rotation as rule

test_rotating_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kms_key.k", {"enable_key_rotation": true, "rotation_period_in_days": 365})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kms_key.k", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_kms_key.k", "fail", "absent"]}
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kms_key.k", {"enable_key_rotation": false})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_kms_key.k", "fail", "disabled"]}
}

test_slow_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kms_key.k", {"enable_key_rotation": true, "rotation_period_in_days": 1000})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_kms_key.k", "fail", "above-baseline"]}
}

test_signing_key_is_not_applicable if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kms_key.k", {"customer_master_key_spec": "ECC_NIST_P256", "key_usage": "SIGN_VERIFY"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_kms_key.k", "not-applicable", "not-rotatable"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kms_key.k", {"enable_key_rotation": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_kms_key.k", "unknown", "expression-unresolved"]}
}

test_kind_of_key_known_only_later_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kms_key.k", {"enable_key_rotation": true, "customer_master_key_spec": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_kms_key.k", "unknown", "expression-unresolved"]}
}
