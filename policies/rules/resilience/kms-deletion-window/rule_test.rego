package bulwark.rules_test.kms_deletion_window

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.kms_deletion_window as rule

test_month_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kms_key.k", {"deletion_window_in_days": 30})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kms_key.k", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_week_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kms_key.k", {"deletion_window_in_days": 7})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_kms_key.k", "fail", "below-baseline"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kms_key.k", {"deletion_window_in_days": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_kms_key.k", "unknown", "expression-unresolved"]}
}

test_replica_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kms_replica_key.k", {"deletion_window_in_days": 7})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_kms_replica_key.k", "fail", "below-baseline"]}
}

test_a_key_with_material_from_elsewhere_fails if {
	every type in ["aws_kms_external_key", "aws_kms_replica_external_key"] {
		found := rule.findings with input as fx.stack([fx.res(concat(".", [type, "k"]), {"deletion_window_in_days": 7})]) with data.baseline as fx.baseline
		fx.verdicts(found) == {[concat(".", [type, "k"]), "fail", "below-baseline"]}
	}
}
