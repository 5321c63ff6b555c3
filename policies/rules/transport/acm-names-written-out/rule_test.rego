package bulwark.rules_test.acm_names_written_out

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.acm_names_written_out as rule

test_named_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_acm_certificate.x", {"domain_name": "api.example.com"})])
	fx.verdicts(findings) == set()
}

test_wildcard_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_acm_certificate.x", {"domain_name": "*.example.com"})])
	fx.verdicts(findings) == {["aws_acm_certificate.x", "fail", "wildcard-name"]}
}

test_alternative_wildcard_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_acm_certificate.x", {"domain_name": "example.com", "subject_alternative_names": ["*.example.com"]})])
	fx.verdicts(findings) == {["aws_acm_certificate.x", "fail", "wildcard-name"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_acm_certificate.x", {"domain_name": fx.expression})])
	fx.verdicts(findings) == {["aws_acm_certificate.x", "unknown", "expression-unresolved"]}
}
