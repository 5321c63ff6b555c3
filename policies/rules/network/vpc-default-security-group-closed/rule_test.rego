package bulwark.rules_test.vpc_default_security_group_closed

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.vpc_default_security_group_closed as rule

test_emptied_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_vpc.v", {}), fx.res("aws_default_security_group.d", {"vpc_id": fx.ref("aws_vpc.v")})])
	fx.verdicts(findings) == set()
}

test_left_alone_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_vpc.v", {})])
	fx.verdicts(findings) == {["aws_vpc.v", "fail", "absent"]}
}

test_with_rules_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_vpc.v", {}), fx.res("aws_default_security_group.d", {"vpc_id": fx.ref("aws_vpc.v"), "egress": [{"from_port": 0, "to_port": 0, "protocol": "-1"}]})])
	fx.verdicts(findings) == {["aws_default_security_group.d", "fail", "default-group-in-use"]}
}

test_unresolved_vpc_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_vpc.v", {}), fx.res("aws_default_security_group.d", {"vpc_id": fx.expression})])
	fx.verdicts(findings) == {["aws_vpc.v", "unknown", "reference-unresolved"]}
}
