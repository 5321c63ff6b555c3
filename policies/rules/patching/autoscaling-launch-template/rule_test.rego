package bulwark.rules_test.autoscaling_launch_template

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.autoscaling_launch_template as rule

test_template_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_autoscaling_group.x", {"launch_template": [{"id": "lt-1"}]})])
	fx.verdicts(findings) == set()
}

test_mixed_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_autoscaling_group.x", {"mixed_instances_policy": [{"launch_template": []}]})])
	fx.verdicts(findings) == set()
}

test_configuration_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_autoscaling_group.x", {"launch_configuration": "workers"})])
	fx.verdicts(findings) == {["aws_autoscaling_group.x", "fail", "absent"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_autoscaling_group.x", {"launch_template": fx.expression})])
	fx.verdicts(findings) == {["aws_autoscaling_group.x", "unknown", "expression-unresolved"]}
}
