package bulwark.rules_test.kinesis_retention

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.kinesis_retention as rule

test_enough_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kinesis_stream.x", {"retention_period": 168})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kinesis_stream.x", {})])
	fx.verdicts(findings) == {["aws_kinesis_stream.x", "fail", "absent"]}
}

test_too_little_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kinesis_stream.x", {"retention_period": 167})])
	fx.verdicts(findings) == {["aws_kinesis_stream.x", "fail", "below-baseline"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kinesis_stream.x", {"retention_period": fx.expression})])
	fx.verdicts(findings) == {["aws_kinesis_stream.x", "unknown", "expression-unresolved"]}
}
