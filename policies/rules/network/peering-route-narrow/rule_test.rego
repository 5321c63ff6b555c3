package bulwark.rules_test.peering_route_narrow

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.peering_route_narrow as rule

test_route_to_the_peer_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_route.x", {"vpc_peering_connection_id": "pcx-1", "destination_cidr_block": "10.1.0.0/16"})])
	fx.verdicts(findings) == set()
}

test_route_for_everything_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_route.x", {"vpc_peering_connection_id": "pcx-1", "destination_cidr_block": "0.0.0.0/0"})])
	fx.verdicts(findings) == {["aws_route.x", "fail", "open-to-the-internet"]}
}

test_route_for_everything_in_the_table_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_route_table.x", {"route": [{"vpc_peering_connection_id": "pcx-1", "ipv6_cidr_block": "::/0"}]})])
	fx.verdicts(findings) == {["aws_route_table.x", "fail", "open-to-the-internet"]}
}

test_route_to_a_gateway_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_route.x", {"gateway_id": "igw-1", "destination_cidr_block": "0.0.0.0/0"})])
	fx.verdicts(findings) == set()
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_route.x", {"vpc_peering_connection_id": "pcx-1", "destination_cidr_block": fx.expression})])
	fx.verdicts(findings) == {["aws_route.x", "unknown", "expression-unresolved"]}
}

test_a_peering_by_reference_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_route.x", {"vpc_peering_connection_id": fx.ref("aws_vpc_peering_connection.p"), "destination_cidr_block": "0.0.0.0/0"})])
	fx.verdicts(findings) == {["aws_route.x", "fail", "open-to-the-internet"]}
}

test_what_may_turn_out_to_be_a_peering_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_route.x", {"vpc_peering_connection_id": fx.expression, "destination_cidr_block": "0.0.0.0/0"})])
	fx.verdicts(findings) == {["aws_route.x", "unknown", "expression-unresolved"]}
}

test_other_spelling_of_everywhere_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_route.r", {"destination_ipv6_cidr_block": "0::/0", "vpc_peering_connection_id": "pcx-1"})])
	fx.verdicts(findings) == {["aws_route.r", "fail", "open-to-the-internet"]}
}

test_a_narrow_route_over_what_may_be_a_peering_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_route.r", {"destination_cidr_block": "10.1.0.0/16", "vpc_peering_connection_id": fx.expression})])
	fx.verdicts(findings) == set()
}
