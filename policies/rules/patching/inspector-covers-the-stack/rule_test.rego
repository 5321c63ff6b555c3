package bulwark.rules_test.inspector_covers_the_stack

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.inspector_covers_the_stack as rule

test_covered_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_inspector2_enabler.x", {"resource_types": ["ECR"]}), fx.res("aws_ecr_repository.r", {})])
	fx.verdicts(findings) == set()
}

test_nothing_to_scan_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_inspector2_enabler.x", {"resource_types": ["EC2"]})])
	fx.verdicts(findings) == set()
}

test_missing_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_inspector2_enabler.x", {"resource_types": ["EC2"]}), fx.res("aws_ecr_repository.r", {})])
	fx.verdicts(findings) == {["aws_inspector2_enabler.x", "fail", "not-scanned"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_inspector2_enabler.x", {"resource_types": fx.expression}), fx.res("aws_ecr_repository.r", {})])
	fx.verdicts(findings) == {["aws_inspector2_enabler.x", "unknown", "expression-unresolved"]}
}
