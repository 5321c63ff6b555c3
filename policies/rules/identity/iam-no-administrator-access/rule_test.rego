package bulwark.rules_test.iam_no_administrator_access

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iam_no_administrator_access as rule

test_own_policy_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy_attachment.a", {"policy_arn": fx.ref("aws_iam_policy.p")})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_narrow_managed_policy_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy_attachment.a", {"policy_arn": "arn:aws:iam::aws:policy/ReadOnlyAccess"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_administrator_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy_attachment.a", {"policy_arn": "arn:aws:iam::aws:policy/AdministratorAccess"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iam_role_policy_attachment.a", "fail", "administrator"]}
}

test_administrator_on_the_role_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"managed_policy_arns": ["arn:aws:iam::aws:policy/AdministratorAccess"]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iam_role.r", "fail", "administrator"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy_attachment.a", {"policy_arn": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iam_role_policy_attachment.a", "unknown", "expression-unresolved"]}
}

test_looked_up_by_name_fails if {
	findings := rule.findings with input as fx.stack([fx.res("data.aws_iam_policy.admin", {"name": "AdministratorAccess"}), fx.res("aws_iam_role_policy_attachment.a", {"policy_arn": fx.ref("data.aws_iam_policy.admin")})])
	fx.verdicts(findings) == {["aws_iam_role_policy_attachment.a", "fail", "administrator"]}
}

test_permission_set_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssoadmin_managed_policy_attachment.a", {"managed_policy_arn": "arn:aws:iam::aws:policy/IAMFullAccess"})])
	fx.verdicts(findings) == {["aws_ssoadmin_managed_policy_attachment.a", "fail", "administrator"]}
}

test_lists_of_policies_are_read if {
	every type in ["aws_iam_role_policy_attachments_exclusive", "aws_iam_user_policy_attachments_exclusive", "aws_iam_group_policy_attachments_exclusive"] {
		address := concat(".", [type, "a"])
		found := rule.findings with input as fx.stack([fx.res(address, {"policy_arns": ["arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:aws:iam::aws:policy/AdministratorAccess"]})])
		fx.verdicts(found) == {[address, "fail", "administrator"]}
	}
}

test_a_list_that_leads_to_a_policy_of_the_stack_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy_attachments_exclusive.a", {"policy_arns": [fx.ref("aws_iam_policy.p")]})])
	fx.verdicts(findings) == set()
}

test_a_list_known_only_later_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy_attachments_exclusive.a", {"policy_arns": fx.expression})])
	fx.verdicts(findings) == {["aws_iam_role_policy_attachments_exclusive.a", "unknown", "expression-unresolved"]}
}

test_lists_that_look_the_policy_up_fail if {
	looked_up := fx.res("data.aws_iam_policy.admin", {"name": "AdministratorAccess"})
	findings := rule.findings with input as fx.stack([looked_up, fx.res("aws_iam_role.r", {"managed_policy_arns": [fx.ref("data.aws_iam_policy.admin")]})])
	fx.verdicts(findings) == {["aws_iam_role.r", "fail", "administrator"]}
	fx.details(findings) == {["aws_iam_role.r", "data.aws_iam_policy.admin"]}
}

test_a_single_attachment_needs_no_name if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy_attachment.a", {"policy_arn": "arn:aws-cn:iam::aws:policy/AdministratorAccess"})])
	every fact in findings {
		not fact.detail
	}
	fx.verdicts(findings) == {["aws_iam_role_policy_attachment.a", "fail", "administrator"]}
}

# Everything but IAM, Organizations and the account.
test_power_user_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy_attachment.a", {"policy_arn": "arn:aws:iam::aws:policy/PowerUserAccess"})])
	fx.verdicts(findings) == {["aws_iam_role_policy_attachment.a", "fail", "administrator"]}
}
