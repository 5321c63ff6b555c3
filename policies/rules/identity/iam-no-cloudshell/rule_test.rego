package bulwark.rules_test.iam_no_cloudshell

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iam_no_cloudshell as rule

arn := "arn:aws:iam::aws:policy/AWSCloudShellFullAccess"

test_other_policies_pass if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_iam_group_policy_attachment.a", {"policy_arn": "arn:aws:iam::aws:policy/ReadOnlyAccess"}),
		fx.res("aws_iam_role_policy_attachment.b", {"policy_arn": fx.ref("aws_iam_policy.shell")}),
		fx.res("aws_iam_role.c", {"managed_policy_arns": null}),
		fx.res("aws_iam_role.d", {"managed_policy_arns": []}),
	])
	fx.verdicts(findings) == set()
}

test_each_attachment_fails if {
	every type in [
		"aws_iam_role_policy_attachment", "aws_iam_user_policy_attachment", "aws_iam_group_policy_attachment",
		"aws_iam_policy_attachment",
	] {
		address := concat(".", [type, "a"])
		findings := rule.findings with input as fx.stack([fx.res(address, {"policy_arn": arn})])
		fx.verdicts(findings) == {[address, "fail", "carries-files-out"]}
	}
}

test_each_list_fails if {
	every type in [
		"aws_iam_role_policy_attachments_exclusive", "aws_iam_user_policy_attachments_exclusive",
		"aws_iam_group_policy_attachments_exclusive",
	] {
		address := concat(".", [type, "a"])
		findings := rule.findings with input as fx.stack([fx.res(address, {"policy_arns": ["arn:aws:iam::aws:policy/ReadOnlyAccess", arn]})])
		fx.verdicts(findings) == {[address, "fail", "carries-files-out"]}
	}
}

test_on_the_role_itself_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"managed_policy_arns": [arn]})])
	fx.verdicts(findings) == {["aws_iam_role.r", "fail", "carries-files-out"]}
}

test_permission_set_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssoadmin_managed_policy_attachment.a", {"managed_policy_arn": arn})])
	fx.verdicts(findings) == {["aws_ssoadmin_managed_policy_attachment.a", "fail", "carries-files-out"]}
}

test_other_partition_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_user_policy_attachment.a", {"policy_arn": "arn:aws-us-gov:iam::aws:policy/AWSCloudShellFullAccess"})])
	fx.verdicts(findings) == {["aws_iam_user_policy_attachment.a", "fail", "carries-files-out"]}
}

test_looked_up_by_name_fails if {
	findings := rule.findings with input as fx.stack([fx.res("data.aws_iam_policy.shell", {"name": "AWSCloudShellFullAccess"}), fx.res("aws_iam_group_policy_attachment.a", {"policy_arn": fx.ref("data.aws_iam_policy.shell")})])
	fx.verdicts(findings) == {["aws_iam_group_policy_attachment.a", "fail", "carries-files-out"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_group_policy_attachment.a", {"policy_arn": fx.expression})])
	fx.verdicts(findings) == {["aws_iam_group_policy_attachment.a", "unknown", "expression-unresolved"]}
}
