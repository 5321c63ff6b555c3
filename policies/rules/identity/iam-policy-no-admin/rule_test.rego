package bulwark.rules_test.iam_policy_no_admin

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iam_policy_no_admin as rule

test_named_actions_pass if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*"}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_deny_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Deny", "Action": "*", "Resource": "*"}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_everything_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": ["s3:GetObject", "*"], "Resource": "*"}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iam_role_policy.p", "fail", "wildcard-action"]}
}

test_not_action_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": {"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iam_role_policy.p", "fail", "not-action"]}
}

test_opaque_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": fx.opaque})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iam_role_policy.p", "unknown", "opaque-document"]}
}

judged(actions, resource) := fx.verdicts(findings) if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": actions, "Resource": resource}]}})])
}

test_patterns_and_all_of_a_kind_fail if {
	judged("*:*", "*") == {["aws_iam_role_policy.p", "fail", "wildcard-action"]}
	judged("**", "*") == {["aws_iam_role_policy.p", "fail", "wildcard-action"]}
}

test_what_is_narrower_passes if {
	judged("iam:?*", "*") == set()
}

everything := {"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}

bounding(more) := fx.verdicts(findings) if {
	findings := rule.findings with input as fx.stack(array.concat([fx.res("aws_iam_policy.b", {"name": "b", "policy": everything}), fx.res("aws_iam_role.r", {"permissions_boundary": fx.ref("aws_iam_policy.b")})], more))
}

test_a_boundary_gives_no_rights if bounding([]) == {["aws_iam_policy.b", "not-applicable", "only-a-boundary"]}

test_a_boundary_that_is_attached_as_well_fails if {
	every other in [
		fx.res("aws_iam_role_policy_attachment.a", {"policy_arn": fx.ref("aws_iam_policy.b")}),
		fx.res("aws_iam_role.other", {"managed_policy_arns": [fx.ref("aws_iam_policy.b")]}),
		fx.res("aws_ssoadmin_customer_managed_policy_attachment.a", {"customer_managed_policy_reference": [{"name": "b"}]}),
		fx.res("aws_iam_role_policy_attachment.a", {"policy_arn": fx.expression}),
	] {
		bounding([other]) == {["aws_iam_policy.b", "fail", "wildcard-action"]}
	}
}

all_actions_but_some(resource) := fx.verdicts(findings) if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "NotAction": "iam:*", "Resource": resource}]}})])
}

test_all_actions_but_some_on_everything_fail if {
	every resource in ["*", "arn:aws:s3:::*", ["arn:aws:s3:::firmware/*", "*"]] {
		all_actions_but_some(resource) == {["aws_iam_role_policy.p", "fail", "not-action"]}
	}
}

test_all_actions_but_some_on_something_pass_here if all_actions_but_some("arn:aws:s3:::firmware/*") == set()
