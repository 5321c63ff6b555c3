package bulwark.rules_test.vendor_accounts_registered

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.vendor_accounts_registered as rule

role(principal) := fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": principal}]}})

vendor := "arn:aws:iam::444455556666:role/support"

register(accounts) := fx.changed(docs.vendors, [{"op": "replace", "path": "/values/vendors/0/awsAccounts", "value": accounts}])

telling_own(accounts, own) := fx.changed(register(accounts), [{"op": "add", "path": "/values/own", "value": {"awsAccounts": own, "moduleSources": []}}])

verdicts(list) := fx.verdicts(findings) if findings := rule.findings with input as fx.dossier(list) with data.baseline as fx.baseline

test_the_account_of_a_vendor_passes if {
	every principal in [vendor, "444455556666", "arn:aws:iam::444455556666:root"] {
		verdicts([register(["444455556666"]), role({"AWS": principal})]) == set()
	}
}

test_an_account_of_ones_own_passes if {
	verdicts([telling_own([], ["444455556666"]), role({"AWS": vendor})]) == set()
}

test_an_account_of_nobody_fails if {
	every principal in [vendor, "444455556666", ["arn:aws:iam::111122223333:root", vendor]] {
		verdicts([telling_own([], ["111122223333"]), role({"AWS": principal})]) == {["aws_iam_role.r", "fail", "not-in-the-vendor-register"]}
	}
}

test_where_nobody_says_which_are_ones_own_it_is_unknown if {
	verdicts([register([]), role({"AWS": vendor})]) == {["aws_iam_role.r", "unknown", "account-elsewhere"]}
}

test_each_account_is_told_once if {
	findings := rule.findings with input as fx.dossier([telling_own([], []), role({"AWS": [vendor, "arn:aws:iam::444455556666:root", "777788889999"]})]) with data.baseline as fx.baseline
	fx.details(findings) == {["aws_iam_role.r", "444455556666"], ["aws_iam_role.r", "777788889999"]}
}

test_a_vendor_who_left_has_no_role if {
	every status in ["candidate", "left"] {
		left := fx.changed(register(["444455556666"]), [{"op": "replace", "path": "/values/vendors/0/status", "value": status}])
		verdicts([left, role({"AWS": vendor})]) == {["aws_iam_role.r", "fail", "vendor-not-engaged"]}
	}
	leaving := fx.changed(register(["444455556666"]), [{"op": "replace", "path": "/values/vendors/0/status", "value": "leaving"}])
	verdicts([leaving, role({"AWS": vendor})]) == set()
}

test_services_federations_and_what_the_stack_made_are_no_accounts if {
	every principal in [{"Service": "lambda.amazonaws.com"}, {"Federated": "arn:aws:iam::444455556666:oidc-provider/example.com"}, {"AWS": "*"}, {"AWS": fx.ref("aws_iam_role.other")}] {
		verdicts([telling_own([], []), role(principal)]) == set()
	}
}

test_a_denied_account_is_not_let_in if {
	denied := fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Effect": "Deny", "Action": "sts:AssumeRole", "Principal": {"AWS": vendor}}]}})
	verdicts([telling_own([], []), denied]) == set()
}

test_what_is_filled_in_later_is_unknown if {
	every value in [fx.expression, fx.template("arn:aws:iam::${var.partner}:role/support", [])] {
		verdicts([telling_own([], []), role({"AWS": value})]) == {["aws_iam_role.r", "unknown", "expression-unresolved"]}
	}
	own := fx.template("arn:aws:iam::${data.aws_caller_identity.me.account_id}:root", ["data.aws_caller_identity.me"])
	verdicts([telling_own([], []), role({"AWS": own})]) == set()
	named := fx.template("arn:aws:iam::444455556666:role/${var.name}", [])
	verdicts([telling_own([], []), role({"AWS": named})]) == {["aws_iam_role.r", "fail", "not-in-the-vendor-register"]}
}

test_a_trust_policy_that_nobody_can_read_is_unknown if {
	verdicts([register([]), fx.res("aws_iam_role.r", {"assume_role_policy": fx.expression})]) == {["aws_iam_role.r", "unknown", "expression-unresolved"]}
}

test_without_a_register_nothing_is_judged if {
	verdicts([role({"AWS": vendor})]) == {["aws_iam_role.r", "not-applicable", "no-vendor-register-in-the-input"]}
}
