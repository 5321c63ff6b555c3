package bulwark.rules_test.sfn_logged

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.sfn_logged as rule

test_allowed_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sfn_state_machine.x", {"logging_configuration": [{"level": "ALL"}]})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sfn_state_machine.x", {})])
	fx.verdicts(findings) == {["aws_sfn_state_machine.x", "fail", "absent"]}
}

test_other_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sfn_state_machine.x", {"logging_configuration": [{"level": "OFF"}]})])
	fx.verdicts(findings) == {["aws_sfn_state_machine.x", "fail", "not-allowed"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sfn_state_machine.x", {"logging_configuration": [{"level": fx.expression}]})])
	fx.verdicts(findings) == {["aws_sfn_state_machine.x", "unknown", "expression-unresolved"]}
}
