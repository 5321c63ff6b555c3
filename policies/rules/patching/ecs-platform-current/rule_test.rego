package bulwark.rules_test.ecs_platform_current

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ecs_platform_current as rule

test_latest_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_service.x", {"platform_version": "LATEST"})])
	fx.verdicts(findings) == set()
}

test_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_service.x", {})])
	fx.verdicts(findings) == set()
}

test_old_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_service.x", {"platform_version": "1.3.0"})])
	fx.verdicts(findings) == {["aws_ecs_service.x", "fail", "not-allowed"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_service.x", {"platform_version": fx.expression})])
	fx.verdicts(findings) == {["aws_ecs_service.x", "unknown", "expression-unresolved"]}
}
