package bulwark.rules_test.network_joins_accepted

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.network_joins_accepted as rule

test_asking_first_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_vpc_endpoint_service.x", {"acceptance_required": true})])
	fx.verdicts(findings) == set()
}

test_accepting_by_itself_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_vpc_endpoint_service.x", {"acceptance_required": false})])
	fx.verdicts(findings) == {["aws_vpc_endpoint_service.x", "fail", "disabled"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_vpc_endpoint_service.x", {"acceptance_required": fx.expression})])
	fx.verdicts(findings) == {["aws_vpc_endpoint_service.x", "unknown", "expression-unresolved"]}
}

test_gateway_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ec2_transit_gateway.x", {})])
	fx.verdicts(findings) == set()
}

test_gateway_that_accepts_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ec2_transit_gateway.x", {"auto_accept_shared_attachments": "enable"})])
	fx.verdicts(findings) == {["aws_ec2_transit_gateway.x", "fail", "not-allowed"]}
}

test_unresolved_gateway_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ec2_transit_gateway.x", {"auto_accept_shared_attachments": fx.expression})])
	fx.verdicts(findings) == {["aws_ec2_transit_gateway.x", "unknown", "expression-unresolved"]}
}
