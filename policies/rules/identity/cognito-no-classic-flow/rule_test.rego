package bulwark.rules_test.cognito_no_classic_flow

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.cognito_no_classic_flow as rule

test_off_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cognito_identity_pool.x", {"allow_classic_flow": false})])
	fx.verdicts(findings) == set()
}

test_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cognito_identity_pool.x", {})])
	fx.verdicts(findings) == set()
}

test_on_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cognito_identity_pool.x", {"allow_classic_flow": true})])
	fx.verdicts(findings) == {["aws_cognito_identity_pool.x", "fail", "classic-flow"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cognito_identity_pool.x", {"allow_classic_flow": fx.expression})])
	fx.verdicts(findings) == {["aws_cognito_identity_pool.x", "unknown", "expression-unresolved"]}
}
