package bulwark.rules_test.subnet_no_public_addresses

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.subnet_no_public_addresses as rule

test_off_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_subnet.x", {"map_public_ip_on_launch": false})])
	fx.verdicts(findings) == set()
}

test_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_subnet.x", {})])
	fx.verdicts(findings) == set()
}

test_on_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_subnet.x", {"map_public_ip_on_launch": true})])
	fx.verdicts(findings) == {["aws_subnet.x", "fail", "switched-on"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_subnet.x", {"map_public_ip_on_launch": fx.expression})])
	fx.verdicts(findings) == {["aws_subnet.x", "unknown", "expression-unresolved"]}
}

test_default_subnet_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_default_subnet.x", {"availability_zone": "eu-central-1a"})])
	fx.verdicts(findings) == {["aws_default_subnet.x", "fail", "absent"]}
}

test_default_subnet_switched_on_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_default_subnet.x", {"map_public_ip_on_launch": true, "force_destroy": false})])
	fx.verdicts(findings) == {["aws_default_subnet.x", "fail", "switched-on"]}
}

test_default_subnet_switched_off_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_default_subnet.x", {"map_public_ip_on_launch": false})])
	fx.verdicts(findings) == set()
}

test_default_subnet_adopted_to_be_removed_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_default_subnet.x", {"force_destroy": true})])
	fx.verdicts(findings) == set()
}

test_default_subnet_of_which_nobody_knows_whether_it_stays_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_default_subnet.x", {"force_destroy": fx.expression})])
	fx.verdicts(findings) == {["aws_default_subnet.x", "unknown", "expression-unresolved"]}
}
