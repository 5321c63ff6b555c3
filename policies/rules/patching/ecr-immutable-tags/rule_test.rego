package bulwark.rules_test.ecr_immutable_tags

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ecr_immutable_tags as rule

test_immutable_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecr_repository.r", {"image_tag_mutability": "IMMUTABLE"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecr_repository.r", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_ecr_repository.r", "fail", "absent"]}
}

test_mutable_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecr_repository.r", {"image_tag_mutability": "MUTABLE"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_ecr_repository.r", "fail", "not-allowed"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecr_repository.r", {"image_tag_mutability": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_ecr_repository.r", "unknown", "expression-unresolved"]}
}
