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
