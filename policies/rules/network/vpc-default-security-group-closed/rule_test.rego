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

test_rules_hung_on_it_fail if {
	every type in ["aws_security_group_rule", "aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule"] {
		every owner in ["aws_default_security_group.d", "aws_vpc.v"] {
			address := concat(".", [type, "r"])
			group := {"$unknown": "reference", "refs": [owner], "attribute": "default_security_group_id"}
			findings := rule.findings with input as fx.stack([fx.res(address, {"security_group_id": group})])
			fx.verdicts(findings) == {[address, "fail", "default-group-in-use"]}
		}
	}
}

test_rule_of_another_group_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group_rule.r", {"security_group_id": fx.ref("aws_security_group.web")}), fx.res("aws_security_group_rule.s", {"security_group_id": "sg-1"})])
	fx.verdicts(findings) == set()
}

test_rule_of_a_choice_of_other_groups_passes if {
	group := {"$unknown": "expression", "refs": ["aws_security_group.a", "aws_security_group.b"]}
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group_rule.r", {"security_group_id": group})])
	fx.verdicts(findings) == set()
}

test_rule_that_may_be_of_it_is_unknown if {
	group := {"$unknown": "expression", "refs": ["aws_vpc.v"]}
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group_rule.r", {"security_group_id": group}), fx.res("aws_security_group_rule.s", {"security_group_id": fx.expression})])
	fx.verdicts(findings) == {["aws_security_group_rule.r", "unknown", "expression-unresolved"], ["aws_security_group_rule.s", "unknown", "expression-unresolved"]}
}

looked_up(name) := fx.stack([
	fx.res("data.aws_security_group.d", {"name": name, "vpc_id": "vpc-1"}),
	fx.res("aws_vpc_security_group_ingress_rule.r", {"security_group_id": fx.ref("data.aws_security_group.d")}),
])

test_a_rule_hung_on_it_by_its_name_fails if {
	findings := rule.findings with input as looked_up("default")
	fx.verdicts(findings) == {["aws_vpc_security_group_ingress_rule.r", "fail", "default-group-in-use"]}
	other := rule.findings with input as looked_up("web")
	fx.verdicts(other) == set()
}

test_the_group_of_the_default_vpc_is_a_default_one if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group_rule.r", {"security_group_id": fx.ref("aws_default_vpc.v")})])
	fx.verdicts(findings) == {["aws_security_group_rule.r", "fail", "default-group-in-use"]}
}

test_a_default_group_that_is_looked_up_leaves_the_others if {
	findings := rule.findings with input as fx.stack([
		fx.res("data.aws_security_group.d", {"name": "default"}),
		fx.res("data.aws_security_group.web", {"name": "web"}),
		fx.res("aws_security_group_rule.r", {"security_group_id": fx.ref("data.aws_security_group.web")}),
	])
	fx.verdicts(findings) == set()
}
