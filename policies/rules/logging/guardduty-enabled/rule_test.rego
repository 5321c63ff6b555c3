package bulwark.rules_test.guardduty_enabled

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.guardduty_enabled as rule

test_on_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_guardduty_detector.x", {"enable": true})])
	fx.verdicts(findings) == set()
}

test_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_guardduty_detector.x", {})])
	fx.verdicts(findings) == set()
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_guardduty_detector.x", {"enable": false})])
	fx.verdicts(findings) == {["aws_guardduty_detector.x", "fail", "disabled"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_guardduty_detector.x", {"enable": fx.expression})])
	fx.verdicts(findings) == {["aws_guardduty_detector.x", "unknown", "expression-unresolved"]}
}

test_organisation_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_guardduty_organization_configuration.o", {"auto_enable_organization_members": "ALL"})])
	fx.verdicts(findings) == set()
}

test_no_member_of_the_organisation_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_guardduty_organization_configuration.o", {"auto_enable_organization_members": "NONE"})])
	fx.verdicts(findings) == {["aws_guardduty_organization_configuration.o", "fail", "not-allowed"]}
}

test_the_older_form_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_guardduty_organization_configuration.x", {"auto_enable": fx.expression})])
	fx.verdicts(findings) == {["aws_guardduty_organization_configuration.x", "unknown", "expression-unresolved"]}
}
