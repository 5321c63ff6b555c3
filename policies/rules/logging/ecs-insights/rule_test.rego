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

# https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-account-settings.html
test_the_default_of_the_account_holds_where_a_cluster_says_nothing if {
	on := fx.res("aws_ecs_account_setting_default.d", {"name": "containerInsights", "value": "enhanced"})
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_cluster.c", {}), on])
	fx.verdicts(findings) == set()
}

test_a_cluster_overrules_the_default_of_the_account if {
	on := fx.res("aws_ecs_account_setting_default.d", {"name": "containerInsights", "value": "enabled"})
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_cluster.c", {"setting": [{"name": "containerInsights", "value": "disabled"}]}), on])
	fx.verdicts(findings) == {["aws_ecs_cluster.c", "fail", "not-allowed"]}
}

test_other_defaults_of_the_account_say_nothing if {
	others := [fx.res("aws_ecs_account_setting_default.d", {"name": "containerInsights", "value": "disabled"}), fx.res("aws_ecs_account_setting_default.l", {"name": "taskLongArnFormat", "value": "enabled"})]
	findings := rule.findings with input as fx.stack(array.concat([fx.res("aws_ecs_cluster.c", {})], others))
	fx.verdicts(findings) == {["aws_ecs_cluster.c", "fail", "absent"]}
}

test_the_default_of_another_region_says_nothing if {
	on := fx.within("eu-central-1", fx.res("aws_ecs_account_setting_default.d", {"name": "containerInsights", "value": "enhanced"}))
	here := rule.findings with input as fx.stack([on, fx.within("eu-central-1", fx.res("aws_ecs_cluster.c", {}))])
	fx.verdicts(here) == set()
	elsewhere := rule.findings with input as fx.stack([on, fx.within("us-east-1", fx.res("aws_ecs_cluster.c", {}))])
	fx.verdicts(elsewhere) == {["aws_ecs_cluster.c", "fail", "absent"]}
}
