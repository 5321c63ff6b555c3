package bulwark.rules_test.ec2_no_public_address

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ec2_no_public_address as rule

test_none_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_instance.i", {"associate_public_ip_address": false})])
	fx.verdicts(findings) == set()
}

test_left_to_the_subnet_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_instance.i", {})])
	fx.verdicts(findings) == set()
}

test_public_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_instance.i", {"associate_public_ip_address": true})])
	fx.verdicts(findings) == {["aws_instance.i", "fail", "public-address"]}
}

test_template_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_launch_template.t", {"network_interfaces": [{}, {"associate_public_ip_address": "true"}]})])
	fx.verdicts(findings) == {["aws_launch_template.t", "fail", "public-address"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_instance.i", {"associate_public_ip_address": fx.expression})])
	fx.verdicts(findings) == {["aws_instance.i", "unknown", "expression-unresolved"]}
}

test_launch_configuration_with_an_address_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_launch_configuration.x", {"associate_public_ip_address": true})])
	fx.verdicts(findings) == {["aws_launch_configuration.x", "fail", "public-address"]}
}

test_launch_configuration_without_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_launch_configuration.x", {})])
	fx.verdicts(findings) == set()
}

test_spot_request_with_a_public_address_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_spot_instance_request.s", {"associate_public_ip_address": true})])
	fx.verdicts(findings) == {["aws_spot_instance_request.s", "fail", "public-address"]}
}

# Of launch templates the provider takes booleans as text, in every spelling of Go: strconv.ParseBool.
test_true_in_another_spelling_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_launch_template.t", {"network_interfaces": [{"associate_public_ip_address": "1"}]})])
	fx.verdicts(findings) == {["aws_launch_template.t", "fail", "public-address"]}
}

test_false_in_another_spelling_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_launch_template.t", {"network_interfaces": [{"associate_public_ip_address": "False"}]})])
	fx.verdicts(findings) == set()
}

test_an_elastic_address_of_an_instance_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_instance.i", {}), fx.res("aws_eip.e", {"instance": fx.ref("aws_instance.i")})])
	fx.verdicts(findings) == {["aws_eip.e", "fail", "public-address"]}
}

test_an_elastic_address_of_nothing_or_of_an_interface_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_eip.nat", {"domain": "vpc"}), fx.res("aws_eip.lb", {"network_interface": fx.ref("aws_network_interface.n")})])
	fx.verdicts(findings) == set()
}

test_an_elastic_address_that_may_be_of_an_instance_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_eip.e", {"instance": fx.expression})])
	fx.verdicts(findings) == {["aws_eip.e", "unknown", "expression-unresolved"]}
}

test_an_association_with_an_instance_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_eip_association.a", {"instance_id": "i-0123456789abcdef0"})])
	fx.verdicts(findings) == {["aws_eip_association.a", "fail", "public-address"]}
}

test_an_association_with_an_interface_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_eip_association.a", {"network_interface_id": fx.ref("aws_network_interface.n")})])
	fx.verdicts(findings) == set()
}

fleet(bodies) := fx.stack([fx.res("aws_spot_fleet_request.f", {"launch_specification": bodies})])

test_fleet_without_public_addresses_passes if {
	findings := rule.findings with input as fleet([{"associate_public_ip_address": false}, {}])
	fx.verdicts(findings) == set()
}

test_fleet_with_public_addresses_fails_by_the_place_of_it if {
	findings := rule.findings with input as fleet([{}, {"associate_public_ip_address": true}])
	{[fact.detail, fact.verdict, fact.reason] | some fact in findings} == {["launch_specification[1]", "fail", "public-address"]}
}

test_fleet_of_which_nobody_knows_is_unknown if {
	every bodies in [fx.expression, [{"associate_public_ip_address": fx.expression}]] {
		findings := rule.findings with input as fleet(bodies)
		fx.verdicts(findings) == {["aws_spot_fleet_request.f", "unknown", "expression-unresolved"]}
	}
}
