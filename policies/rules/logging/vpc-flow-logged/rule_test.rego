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

test_half_of_the_traffic_fails if {
	every kind in ["ACCEPT", "REJECT"] {
		findings := rule.findings with input as fx.stack([fx.res("aws_vpc.v", {}), fx.res("aws_flow_log.l", {"vpc_id": fx.ref("aws_vpc.v"), "traffic_type": kind})])
		fx.verdicts(findings) == {["aws_vpc.v", "fail", "log-missing"]}
	}
}

test_two_halves_pass if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_vpc.v", {}),
		fx.res("aws_flow_log.a", {"vpc_id": fx.ref("aws_vpc.v"), "traffic_type": "ACCEPT"}),
		fx.res("aws_flow_log.r", {"vpc_id": fx.ref("aws_vpc.v"), "traffic_type": "REJECT"}),
	])
	fx.verdicts(findings) == set()
}

test_unresolved_traffic_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_vpc.v", {}), fx.res("aws_flow_log.l", {"vpc_id": fx.ref("aws_vpc.v"), "traffic_type": fx.expression})])
	fx.verdicts(findings) == {["aws_vpc.v", "unknown", "expression-unresolved"]}
}

test_all_traffic_passes_whatever_another_log_takes if {
	every other in ["ACCEPT", fx.expression] {
		findings := rule.findings with input as fx.stack([
			fx.res("aws_vpc.v", {}),
			fx.res("aws_flow_log.a", {"vpc_id": fx.ref("aws_vpc.v"), "traffic_type": "ALL"}),
			fx.res("aws_flow_log.o", {"vpc_id": fx.ref("aws_vpc.v"), "traffic_type": other}),
		])
		fx.verdicts(findings) == set()
	}
}

test_half_of_the_traffic_beside_what_nobody_knows_is_unknown if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_vpc.v", {}),
		fx.res("aws_flow_log.a", {"vpc_id": fx.ref("aws_vpc.v"), "traffic_type": "ACCEPT"}),
		fx.res("aws_flow_log.o", {"vpc_id": fx.ref("aws_vpc.v"), "traffic_type": fx.expression}),
	])
	fx.verdicts(findings) == {["aws_vpc.v", "unknown", "expression-unresolved"]}
}
