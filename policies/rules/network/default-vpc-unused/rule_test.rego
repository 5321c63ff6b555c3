package bulwark.rules_test.default_vpc_unused

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.default_vpc_unused as rule

test_own_vpc_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_vpc.x", {})])
	fx.verdicts(findings) == set()
}

test_default_vpc_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_default_vpc.x", {})])
	fx.verdicts(findings) == {["aws_default_vpc.x", "fail", "default-vpc-in-use"]}
}

test_adopted_to_be_removed_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_default_vpc.x", {"force_destroy": true})])
	fx.verdicts(findings) == set()
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_default_vpc.x", {"force_destroy": fx.expression})])
	fx.verdicts(findings) == {["aws_default_vpc.x", "unknown", "expression-unresolved"]}
}
