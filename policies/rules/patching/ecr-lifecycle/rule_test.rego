package bulwark.rules_test.ecr_lifecycle

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ecr_lifecycle as rule

test_joined_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecr_repository.x", {}), fx.res("aws_ecr_lifecycle_policy.y", {"repository": fx.ref("aws_ecr_repository.x")})])
	fx.verdicts(findings) == set()
}

test_alone_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecr_repository.x", {})])
	fx.verdicts(findings) == {["aws_ecr_repository.x", "fail", "absent"]}
}

test_joined_elsewhere_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecr_repository.x", {}), fx.res("aws_ecr_lifecycle_policy.y", {"repository": fx.ref("aws_ecr_repository.other")})])
	fx.verdicts(findings) == {["aws_ecr_repository.x", "fail", "absent"]}
}

test_unresolved_link_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecr_repository.x", {}), fx.res("aws_ecr_lifecycle_policy.y", {"repository": fx.expression})])
	fx.verdicts(findings) == {["aws_ecr_repository.x", "unknown", "reference-unresolved"]}
}
