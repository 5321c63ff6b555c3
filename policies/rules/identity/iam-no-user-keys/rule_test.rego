package bulwark.rules_test.iam_no_user_keys

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iam_no_user_keys as rule

test_inactive_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_access_key.k", {"user": "x", "status": "Inactive"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_active_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_access_key.k", {"user": "x"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iam_access_key.k", "fail", "long-lived-key"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_access_key.k", {"status": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iam_access_key.k", "unknown", "expression-unresolved"]}
}

test_password_for_a_service_fails_unless_inactive if {
	active := rule.findings with input as fx.stack([fx.res("aws_iam_service_specific_credential.c", {"service_name": "cassandra.amazonaws.com", "status": "Active"})])
	fx.verdicts(active) == {["aws_iam_service_specific_credential.c", "fail", "long-lived-key"]}
	inactive := rule.findings with input as fx.stack([fx.res("aws_iam_service_specific_credential.c", {"status": "Inactive"})])
	fx.verdicts(inactive) == set()
}
