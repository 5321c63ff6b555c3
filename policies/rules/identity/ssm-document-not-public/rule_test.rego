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

setting(id, value) := fx.stack([fx.res("aws_ssm_service_setting.s", {"setting_id": id, "setting_value": value})])

test_public_sharing_switched_on_fails if {
	every id in ["/ssm/documents/console/public-sharing-permission", "arn:aws:ssm:eu-central-1:111122223333:servicesetting/ssm/documents/console/public-sharing-permission"] {
		findings := rule.findings with input as setting(id, "Enable")
		fx.verdicts(findings) == {["aws_ssm_service_setting.s", "fail", "not-allowed"]}
	}
}

test_public_sharing_blocked_passes if {
	findings := rule.findings with input as setting("/ssm/documents/console/public-sharing-permission", "Disable")
	fx.verdicts(findings) == set()
}

test_other_settings_are_not_applicable if {
	findings := rule.findings with input as setting("/ssm/parameter-store/high-throughput-enabled", "true")
	fx.verdicts(findings) == {["aws_ssm_service_setting.s", "not-applicable", "other-setting"]}
}

test_an_unresolved_setting_is_unknown if {
	every pair in [[fx.expression, "Enable"], ["/ssm/documents/console/public-sharing-permission", fx.expression]] {
		findings := rule.findings with input as setting(pair[0], pair[1])
		fx.verdicts(findings) == {["aws_ssm_service_setting.s", "unknown", "expression-unresolved"]}
	}
}
