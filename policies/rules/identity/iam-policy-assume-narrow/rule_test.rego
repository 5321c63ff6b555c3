package bulwark.rules_test.iam_policy_assume_narrow

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iam_policy_assume_narrow as rule

test_good_0_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "arn:aws:iam::123456789012:role/worker"}]}})])
	fx.verdicts(findings) == set()
}

test_bad_0_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*"}]}})])
	fx.verdicts(findings) == {["aws_iam_role_policy.p", "fail", "wildcard-resource"]}
}

test_bad_1_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "arn:aws:iam::*:role/*"}]}})])
	fx.verdicts(findings) == {["aws_iam_role_policy.p", "fail", "wildcard-resource"]}
}

test_inline_of_a_role_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"inline_policy": [{"name": "i", "policy": {"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*"}]}}]})])
	fx.verdicts(findings) == {["aws_iam_role.r", "fail", "wildcard-resource"]}
}

test_opaque_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": fx.opaque})])
	fx.verdicts(findings) == {["aws_iam_role_policy.p", "unknown", "opaque-document"]}
}

judged(actions, resource) := fx.verdicts(findings) if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": actions, "Resource": resource}]}})])
}

test_patterns_and_all_of_a_kind_fail if {
	judged("sts:AssumeRole*", "*") == {["aws_iam_role_policy.p", "fail", "wildcard-resource"]}
	judged("sts:Assume*", "arn:aws:iam::*:role/*") == {["aws_iam_role_policy.p", "fail", "wildcard-resource"]}
	judged("sts:AssumeRole", "arn:aws:iam::123456789012:*") == {["aws_iam_role_policy.p", "fail", "wildcard-resource"]}
}

test_what_is_narrower_passes if {
	judged("sts:AssumeRole", "arn:aws:iam::123456789012:role/app/*") == set()
	judged("sts:Get*", "*") == set()
}

test_a_pattern_on_what_is_not_known_is_unknown if {
	judged("sts:AssumeRole*", fx.expression) == {["aws_iam_role_policy.p", "unknown", "expression-unresolved"]}
}
