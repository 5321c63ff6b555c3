package bulwark.rules_test.ecs_insights

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ecs_insights as rule

test_enabled_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_cluster.x", {"setting": [{"name": "containerInsights", "value": "enabled"}]})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_cluster.x", {})])
	fx.verdicts(findings) == {["aws_ecs_cluster.x", "fail", "absent"]}
}

test_disabled_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_cluster.x", {"setting": [{"name": "containerInsights", "value": "disabled"}]})])
	fx.verdicts(findings) == {["aws_ecs_cluster.x", "fail", "not-allowed"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_cluster.x", {"setting": [{"name": "containerInsights", "value": fx.expression}]})])
	fx.verdicts(findings) == {["aws_ecs_cluster.x", "unknown", "expression-unresolved"]}
}

test_a_name_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_cluster.x", {"setting": [{"name": fx.expression, "value": "enabled"}]})])
	fx.verdicts(findings) == {["aws_ecs_cluster.x", "unknown", "expression-unresolved"]}
}
