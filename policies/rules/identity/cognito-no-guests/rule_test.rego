package bulwark.rules_test.cognito_no_guests

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.cognito_no_guests as rule

test_off_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cognito_identity_pool.x", {"allow_unauthenticated_identities": false})])
	fx.verdicts(findings) == set()
}

test_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cognito_identity_pool.x", {})])
	fx.verdicts(findings) == set()
}

test_on_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cognito_identity_pool.x", {"allow_unauthenticated_identities": true})])
	fx.verdicts(findings) == {["aws_cognito_identity_pool.x", "fail", "guests-allowed"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cognito_identity_pool.x", {"allow_unauthenticated_identities": fx.expression})])
	fx.verdicts(findings) == {["aws_cognito_identity_pool.x", "unknown", "expression-unresolved"]}
}
