package bulwark.rules_test.vpc_flow_logged

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.vpc_flow_logged as rule

test_joined_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_vpc.x", {}), fx.res("aws_flow_log.y", {"vpc_id": fx.ref("aws_vpc.x")})])
	fx.verdicts(findings) == set()
}

test_alone_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_vpc.x", {})])
	fx.verdicts(findings) == {["aws_vpc.x", "fail", "absent"]}
}

test_joined_elsewhere_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_vpc.x", {}), fx.res("aws_flow_log.y", {"vpc_id": fx.ref("aws_vpc.other")})])
	fx.verdicts(findings) == {["aws_vpc.x", "fail", "absent"]}
}

test_unresolved_link_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_vpc.x", {}), fx.res("aws_flow_log.y", {"vpc_id": fx.expression})])
	fx.verdicts(findings) == {["aws_vpc.x", "unknown", "reference-unresolved"]}
}
