package bulwark.rules_test.acm_transparency_logged

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.acm_transparency_logged as rule

test_allowed_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_acm_certificate.x", {"options": [{"certificate_transparency_logging_preference": "ENABLED"}]})])
	fx.verdicts(findings) == set()
}

test_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_acm_certificate.x", {})])
	fx.verdicts(findings) == set()
}

test_other_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_acm_certificate.x", {"options": [{"certificate_transparency_logging_preference": "DISABLED"}]})])
	fx.verdicts(findings) == {["aws_acm_certificate.x", "fail", "not-allowed"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_acm_certificate.x", {"options": [{"certificate_transparency_logging_preference": fx.expression}]})])
	fx.verdicts(findings) == {["aws_acm_certificate.x", "unknown", "expression-unresolved"]}
}

private(authority) := fx.stack([fx.res("aws_acm_certificate.x", {"certificate_authority_arn": authority, "options": [{"certificate_transparency_logging_preference": "DISABLED"}]})])

test_of_a_private_authority_is_not_applicable if {
	findings := rule.findings with input as private(fx.ref("aws_acmpca_certificate_authority.own"))
	fx.verdicts(findings) == {["aws_acm_certificate.x", "not-applicable", "private-authority"]}
}

test_of_an_authority_that_may_be_none_is_unknown if {
	findings := rule.findings with input as private(fx.expression)
	fx.verdicts(findings) == {["aws_acm_certificate.x", "unknown", "expression-unresolved"]}
}
