package bulwark.rules_test.client_vpn_logged

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.client_vpn_logged as rule

endpoint(options) := fx.stack([fx.res("aws_ec2_client_vpn_endpoint.x", {"connection_log_options": options})])

test_logged_passes if {
	findings := rule.findings with input as endpoint([{"enabled": true, "cloudwatch_log_group": "vpn"}])
	fx.verdicts(findings) == set()
}

test_switched_off_fails if {
	findings := rule.findings with input as endpoint([{"enabled": false}])
	fx.verdicts(findings) == {["aws_ec2_client_vpn_endpoint.x", "fail", "disabled"]}
}

test_nothing_written_fails if {
	every options in [null, [], [{}]] {
		findings := rule.findings with input as endpoint(options)
		fx.verdicts(findings) == {["aws_ec2_client_vpn_endpoint.x", "fail", "absent"]}
	}
}

test_unresolved_is_unknown if {
	every options in [fx.expression, [{"enabled": fx.expression}]] {
		findings := rule.findings with input as endpoint(options)
		fx.verdicts(findings) == {["aws_ec2_client_vpn_endpoint.x", "unknown", "expression-unresolved"]}
	}
}
