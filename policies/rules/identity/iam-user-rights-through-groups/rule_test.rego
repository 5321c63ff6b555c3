package bulwark.rules_test.iam_user_rights_through_groups

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iam_user_rights_through_groups as rule

test_group_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_user.u", {"name": "u"}), fx.res("aws_iam_user_group_membership.m", {"user": "u", "groups": ["g"]})])
	fx.verdicts(findings) == set()
}

test_attached_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_user.u", {"name": "u"}), fx.res("aws_iam_user_policy_attachment.p", {"user": fx.ref("aws_iam_user.u")})])
	fx.verdicts(findings) == {["aws_iam_user.u", "fail", "attached-to-a-user"], ["aws_iam_user_policy_attachment.p", "not-applicable", "judged-on-its-user"]}
}

test_attached_by_name_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_user.u", {"name": "u"}), fx.res("aws_iam_policy_attachment.p", {"users": ["u"]})])
	fx.verdicts(findings) == {["aws_iam_user.u", "fail", "attached-to-a-user"], ["aws_iam_policy_attachment.p", "not-applicable", "judged-on-its-user"]}
}

test_attached_to_nobody_knows_whom_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_user.u", {"name": "u"}), fx.res("aws_iam_user_policy.p", {"user": fx.expression})])
	fx.verdicts(findings) == {["aws_iam_user_policy.p", "fail", "attached-to-a-user"]}
}

test_user_made_elsewhere_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_user_policy.p", {"user": "elsewhere"}), fx.res("aws_iam_policy_attachment.q", {"users": ["elsewhere"]})])
	fx.verdicts(findings) == {["aws_iam_user_policy.p", "fail", "attached-to-a-user"], ["aws_iam_policy_attachment.q", "fail", "attached-to-a-user"]}
}

test_attached_to_roles_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_policy_attachment.q", {"roles": ["worker"]})])
	fx.verdicts(findings) == set()
}

test_list_that_nobody_can_read_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_user.u", {"name": "u"}), fx.res("aws_iam_policy_attachment.q", {"users": fx.expression})])
	fx.verdicts(findings) == {["aws_iam_user.u", "unknown", "expression-unresolved"], ["aws_iam_policy_attachment.q", "unknown", "expression-unresolved"]}
}

list_of(arns) := fx.verdicts(findings) if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_user.u", {"name": "u"}), fx.res("aws_iam_user_policy_attachments_exclusive.l", {"user_name": "u", "policy_arns": arns})])
}

test_a_list_of_attachments_fails if {
	list_of(["arn:aws:iam::aws:policy/ReadOnlyAccess"]) == {["aws_iam_user.u", "fail", "attached-to-a-user"], ["aws_iam_user_policy_attachments_exclusive.l", "not-applicable", "judged-on-its-user"]}
}

test_an_empty_list_of_attachments_passes if list_of([]) == set()

test_a_list_of_attachments_known_only_later_is_unknown if {
	list_of(fx.expression) == {["aws_iam_user_policy_attachments_exclusive.l", "unknown", "expression-unresolved"]}
}
