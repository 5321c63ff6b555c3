package bulwark.rules_test.transfer_in_vpc

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.transfer_in_vpc as rule

test_inside_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_transfer_server.x", {"endpoint_type": "VPC"})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_transfer_server.x", {})])
	fx.verdicts(findings) == {["aws_transfer_server.x", "fail", "absent"]}
}

test_public_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_transfer_server.x", {"endpoint_type": "PUBLIC"})])
	fx.verdicts(findings) == {["aws_transfer_server.x", "fail", "not-allowed"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_transfer_server.x", {"endpoint_type": fx.expression})])
	fx.verdicts(findings) == {["aws_transfer_server.x", "unknown", "expression-unresolved"]}
}
