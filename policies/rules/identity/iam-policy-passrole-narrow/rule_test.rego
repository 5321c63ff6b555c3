package bulwark.rules_test.iam_policy_passrole_narrow

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iam_policy_passrole_narrow as rule

test_good_0_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::123456789012:role/worker"}]}})])
	fx.verdicts(findings) == set()
}

test_good_1_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": "iam:GetRole", "Resource": "*"}]}})])
	fx.verdicts(findings) == set()
}

test_bad_0_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": "iam:PassRole", "Resource": "*"}]}})])
	fx.verdicts(findings) == {["aws_iam_role_policy.p", "fail", "wildcard-resource"]}
}

test_bad_1_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": ["iam:PassRole"], "Resource": ["arn:aws:iam::123456789012:role/*"]}]}})])
	fx.verdicts(findings) == {["aws_iam_role_policy.p", "fail", "wildcard-resource"]}
}

test_inline_of_a_role_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"inline_policy": [{"name": "i", "policy": {"Statement": [{"Effect": "Allow", "Action": "iam:PassRole", "Resource": "*"}]}}]})])
	fx.verdicts(findings) == {["aws_iam_role.r", "fail", "wildcard-resource"]}
}

test_opaque_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": fx.opaque})])
	fx.verdicts(findings) == {["aws_iam_role_policy.p", "unknown", "opaque-document"]}
}

test_role_known_only_later_is_unknown if {
	document := {"Statement": [{"Effect": "Allow", "Action": "iam:PassRole", "Resource": fx.expression}]}
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": document})])
	fx.verdicts(findings) == {["aws_iam_role_policy.p", "unknown", "expression-unresolved"]}
}

test_role_by_reference_passes if {
	document := {"Statement": [{"Effect": "Allow", "Action": "iam:PassRole", "Resource": fx.ref("aws_iam_role.job")}]}
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": document})])
	fx.verdicts(findings) == set()
}

test_statements_known_only_later_are_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Version": "2012-10-17", "Statement": fx.expression}})])
	fx.verdicts(findings) == {["aws_iam_role_policy.p", "unknown", "opaque-document"]}
}

judged(actions, resource) := fx.verdicts(findings) if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": actions, "Resource": resource}]}})])
}

test_patterns_and_all_of_a_kind_fail if {
	judged("iam:PassRole*", "*") == {["aws_iam_role_policy.p", "fail", "wildcard-resource"]}
	judged("iam:*Role", "*") == {["aws_iam_role_policy.p", "fail", "wildcard-resource"]}
	judged("iam:PassRole", "arn:aws:iam::123456789012:*") == {["aws_iam_role_policy.p", "fail", "wildcard-resource"]}
	judged("iam:PassRole", "arn:aws:iam::123456789012:role*") == {["aws_iam_role_policy.p", "fail", "wildcard-resource"]}
	judged("iam:Pass*", fx.template("arn:aws:iam::${var.account}:role/*", [])) == {["aws_iam_role_policy.p", "fail", "wildcard-resource"]}
}

test_what_is_narrower_passes if {
	judged("iam:GetRole*", "*") == set()
	judged("iam:PassRole", "arn:aws:iam::123456789012:role/app-*") == set()
	judged("iam:*", "*") == set()
}

test_a_pattern_on_what_is_not_known_is_unknown if {
	judged("iam:PassRole*", fx.expression) == {["aws_iam_role_policy.p", "unknown", "expression-unresolved"]}
}
