package bulwark.rules_test.athena_workgroup_enforced

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.athena_workgroup_enforced as rule

test_absent_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_athena_workgroup.w", {})])
	fx.verdicts(findings) == set()
}

test_on_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_athena_workgroup.w", {"configuration": [{"enforce_workgroup_configuration": true}]})])
	fx.verdicts(findings) == set()
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_athena_workgroup.w", {"configuration": [{"enforce_workgroup_configuration": false}]})])
	fx.verdicts(findings) == {["aws_athena_workgroup.w", "fail", "disabled"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_athena_workgroup.w", {"configuration": [{"enforce_workgroup_configuration": fx.expression}]})])
	fx.verdicts(findings) == {["aws_athena_workgroup.w", "unknown", "expression-unresolved"]}
}
