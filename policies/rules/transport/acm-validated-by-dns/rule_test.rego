package bulwark.rules_test.acm_validated_by_dns

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.acm_validated_by_dns as rule

test_dns_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_acm_certificate.x", {"validation_method": "DNS"})])
	fx.verdicts(findings) == set()
}

test_mail_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_acm_certificate.x", {"validation_method": "EMAIL"})])
	fx.verdicts(findings) == {["aws_acm_certificate.x", "fail", "not-allowed"]}
}

test_imported_is_not_applicable if {
	findings := rule.findings with input as fx.stack([fx.res("aws_acm_certificate.x", {"certificate_body": "x"})])
	fx.verdicts(findings) == {["aws_acm_certificate.x", "not-applicable", "imported-or-private"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_acm_certificate.x", {"validation_method": fx.expression})])
	fx.verdicts(findings) == {["aws_acm_certificate.x", "unknown", "expression-unresolved"]}
}
