package bulwark.rules_test.ssm_document_not_public

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ssm_document_not_public as rule

test_one_account_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_document.x", {"permissions": {"type": "Share", "account_ids": "111122223333"}})])
	fx.verdicts(findings) == set()
}

test_unshared_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_document.x", {})])
	fx.verdicts(findings) == set()
}

test_all_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_document.x", {"permissions": {"type": "Share", "account_ids": "All"}})])
	fx.verdicts(findings) == {["aws_ssm_document.x", "fail", "public"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_document.x", {"permissions": {"type": "Share", "account_ids": fx.expression}})])
	fx.verdicts(findings) == {["aws_ssm_document.x", "unknown", "expression-unresolved"]}
}
