package bulwark.rules_test.acm_key_strength

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.acm_key_strength as rule

test_curve_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_acm_certificate.x", {"key_algorithm": "EC_prime256v1"})])
	fx.verdicts(findings) == set()
}

test_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_acm_certificate.x", {})])
	fx.verdicts(findings) == set()
}

test_short_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_acm_certificate.x", {"key_algorithm": "RSA_1024"})])
	fx.verdicts(findings) == {["aws_acm_certificate.x", "fail", "weak-key"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_acm_certificate.x", {"key_algorithm": fx.expression})])
	fx.verdicts(findings) == {["aws_acm_certificate.x", "unknown", "expression-unresolved"]}
}
