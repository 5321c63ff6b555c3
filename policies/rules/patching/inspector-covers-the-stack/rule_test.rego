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

test_several_enablers_cover_together if {
	findings := rule.findings with input as fx.stack([
		fx.res(`aws_inspector2_enabler.x["EC2"]`, {"account_ids": ["111122223333"], "resource_types": ["EC2"]}),
		fx.res(`aws_inspector2_enabler.x["ECR"]`, {"account_ids": ["111122223333"], "resource_types": ["ECR"]}),
		fx.res("aws_ecr_repository.r", {}),
		fx.res("aws_instance.i", {}),
	])
	fx.verdicts(findings) == set()
}

test_an_enabler_of_another_account_does_not_cover if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_inspector2_enabler.a", {"account_ids": ["111122223333"], "resource_types": ["EC2"]}),
		fx.res("aws_inspector2_enabler.b", {"account_ids": ["444455556666"], "resource_types": ["ECR"]}),
		fx.res("aws_ecr_repository.r", {}),
	])
	fx.verdicts(findings) == {["aws_inspector2_enabler.a", "fail", "not-scanned"]}
}

test_an_enabler_beside_one_nobody_can_read_is_unknown if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_inspector2_enabler.a", {"account_ids": ["111122223333"], "resource_types": ["EC2"]}),
		fx.res("aws_inspector2_enabler.b", {"account_ids": ["111122223333"], "resource_types": fx.expression}),
		fx.res("aws_ecr_repository.r", {}),
	])
	fx.verdicts(findings) == {["aws_inspector2_enabler.b", "unknown", "expression-unresolved"]}
}

scans(region, types) := fx.within(region, fx.res(concat(".", ["aws_inspector2_enabler", region]), {"resource_types": types}))

test_each_region_is_covered_by_its_own if {
	held := [fx.within("eu", fx.res("aws_instance.i", {})), fx.within("us", fx.res("aws_ecr_repository.r", {}))]
	apart := rule.findings with input as fx.stack(array.concat(held, [scans("eu", ["EC2"]), scans("us", ["ECR"])]))
	fx.verdicts(apart) == set()
	crossed := rule.findings with input as fx.stack(array.concat(held, [scans("eu", ["ECR"]), scans("us", ["EC2"])]))
	fx.verdicts(crossed) == {["aws_inspector2_enabler.eu", "fail", "not-scanned"], ["aws_inspector2_enabler.us", "fail", "not-scanned"]}
}
