package bulwark.rules_test.ses_tls_required

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ses_tls_required as rule

test_require_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ses_configuration_set.s", {"delivery_options": [{"tls_policy": "Require"}]})])
	fx.verdicts(findings) == set()
}

test_second_version_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sesv2_configuration_set.s", {"delivery_options": [{"tls_policy": "REQUIRE"}]})])
	fx.verdicts(findings) == set()
}

test_absent_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ses_configuration_set.s", {})])
	fx.verdicts(findings) == {["aws_ses_configuration_set.s", "fail", "absent"]}
}

test_optional_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sesv2_configuration_set.s", {"delivery_options": [{"tls_policy": "OPTIONAL"}]})])
	fx.verdicts(findings) == {["aws_sesv2_configuration_set.s", "fail", "not-allowed"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ses_configuration_set.s", {"delivery_options": [{"tls_policy": fx.expression}]})])
	fx.verdicts(findings) == {["aws_ses_configuration_set.s", "unknown", "expression-unresolved"]}
}
