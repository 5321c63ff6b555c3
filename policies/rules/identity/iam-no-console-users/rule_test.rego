package bulwark.rules_test.iam_no_console_users

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iam_no_console_users as rule

test_user_without_login_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_user.u", {"name": "reader"})])
	fx.verdicts(findings) == set()
}

test_login_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_user.u", {"name": "reader"}), fx.res("aws_iam_user_login_profile.l", {"user": "reader"})])
	fx.verdicts(findings) == {["aws_iam_user.u", "fail", "console-password"]}
}

test_login_by_reference_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_user.u", {"name": "reader"}), fx.res("aws_iam_user_login_profile.l", {"user": fx.ref("aws_iam_user.u")})])
	fx.verdicts(findings) == {["aws_iam_user.u", "fail", "console-password"]}
}

test_login_of_another_stacks_user_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_user_login_profile.l", {"user": "reader"})])
	fx.verdicts(findings) == {["aws_iam_user_login_profile.l", "fail", "console-password"]}
}

test_unresolved_user_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_user.u", {"name": "reader"}), fx.res("aws_iam_user_login_profile.l", {"user": fx.expression})])
	fx.verdicts(findings) == {["aws_iam_user.u", "unknown", "expression-unresolved"]}
}

test_profile_of_one_of_several_users_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_user.a[0]", {"name": "a"}), fx.res("aws_iam_user.a[1]", {"name": "b"}), fx.res("aws_iam_user.c", {"name": "c"}), fx.res("aws_iam_user_login_profile.p", {"user": {"$unknown": "expression", "refs": ["aws_iam_user.a[0]", "aws_iam_user.a[1]"]}})])
	{[f.address, f.verdict] | some f in findings} == {["aws_iam_user.a[0]", "unknown"], ["aws_iam_user.a[1]", "unknown"]}
}
