package bulwark.rules_test.sfn_traced

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.sfn_traced as rule

test_on_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sfn_state_machine.x", {"tracing_configuration": [{"enabled": true}]})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sfn_state_machine.x", {})])
	fx.verdicts(findings) == {["aws_sfn_state_machine.x", "fail", "absent"]}
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sfn_state_machine.x", {"tracing_configuration": [{"enabled": false}]})])
	fx.verdicts(findings) == {["aws_sfn_state_machine.x", "fail", "disabled"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sfn_state_machine.x", {"tracing_configuration": [{"enabled": fx.expression}]})])
	fx.verdicts(findings) == {["aws_sfn_state_machine.x", "unknown", "expression-unresolved"]}
}
