package bulwark.rules_test.signer_validity

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.signer_validity as rule

test_five_years_pass if {
	findings := rule.findings with input as fx.stack([fx.res("aws_signer_signing_profile.p", {"signature_validity_period": [{"type": "YEARS", "value": 5}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_sixty_months_pass if {
	findings := rule.findings with input as fx.stack([fx.res("aws_signer_signing_profile.p", {"signature_validity_period": [{"type": "MONTHS", "value": 60}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_signer_signing_profile.p", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_a_year_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_signer_signing_profile.p", {"signature_validity_period": [{"type": "YEARS", "value": 1}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_signer_signing_profile.p", "fail", "below-baseline"]}
}

test_days_fail if {
	findings := rule.findings with input as fx.stack([fx.res("aws_signer_signing_profile.p", {"signature_validity_period": [{"type": "DAYS", "value": 400}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_signer_signing_profile.p", "fail", "below-baseline"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_signer_signing_profile.p", {"signature_validity_period": [{"type": "YEARS", "value": fx.expression}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_signer_signing_profile.p", "unknown", "expression-unresolved"]}
}
