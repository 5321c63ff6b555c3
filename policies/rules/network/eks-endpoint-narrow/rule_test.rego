package bulwark.rules_test.eks_endpoint_narrow

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.eks_endpoint_narrow as rule

test_private_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_eks_cluster.x", {"vpc_config": [{"endpoint_public_access": false}]})])
	fx.verdicts(findings) == set()
}

test_named_network_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_eks_cluster.x", {"vpc_config": [{"public_access_cidrs": ["203.0.113.0/24"]}]})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_eks_cluster.x", {"vpc_config": [{}]})])
	fx.verdicts(findings) == {["aws_eks_cluster.x", "fail", "absent"]}
}

test_open_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_eks_cluster.x", {"vpc_config": [{"public_access_cidrs": ["0.0.0.0/0"]}]})])
	fx.verdicts(findings) == {["aws_eks_cluster.x", "fail", "open-to-the-internet"]}
}

test_unresolved_networks_are_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_eks_cluster.x", {"vpc_config": [{"public_access_cidrs": fx.expression}]})])
	fx.verdicts(findings) == {["aws_eks_cluster.x", "unknown", "expression-unresolved"]}
}

test_unresolved_switch_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_eks_cluster.x", {"vpc_config": [{"endpoint_public_access": fx.expression}]})])
	fx.verdicts(findings) == {["aws_eks_cluster.x", "unknown", "expression-unresolved"]}
}

test_both_halves_of_the_internet_fail if {
	findings := rule.findings with input as fx.stack([fx.res("aws_eks_cluster.x", {"vpc_config": [{"public_access_cidrs": ["0.0.0.0/1", "128.0.0.0/1"]}]})])
	{fact.actual | some fact in findings} == {"0.0.0.0/1", "128.0.0.0/1"}
}

test_a_private_network_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_eks_cluster.x", {"vpc_config": [{"public_access_cidrs": ["10.0.0.0/8", "2001:db8::/32"]}]})])
	fx.verdicts(findings) == set()
}

test_open_networks_of_an_unresolved_switch_are_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_eks_cluster.x", {"vpc_config": [{"endpoint_public_access": fx.expression, "public_access_cidrs": ["0.0.0.0/0"]}]})])
	{[fact.verdict, fact.path] | some fact in findings} == {["unknown", "vpc_config.endpoint_public_access"]}
	narrow := rule.findings with input as fx.stack([fx.res("aws_eks_cluster.x", {"vpc_config": [{"endpoint_public_access": fx.expression, "public_access_cidrs": ["203.0.113.0/24"]}]})])
	fx.verdicts(narrow) == set()
}

test_one_unresolved_network_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_eks_cluster.x", {"vpc_config": [{"public_access_cidrs": ["203.0.113.0/24", fx.expression]}]})])
	fx.verdicts(findings) == {["aws_eks_cluster.x", "unknown", "expression-unresolved"]}
}

test_one_unresolved_network_of_an_unresolved_switch_is_told_by_itself if {
	findings := rule.findings with input as fx.stack([fx.res("aws_eks_cluster.x", {"vpc_config": [{"endpoint_public_access": fx.expression, "public_access_cidrs": ["203.0.113.0/24", fx.expression]}]})])
	{[fact.verdict, fact.path] | some fact in findings} == {["unknown", "vpc_config.public_access_cidrs"]}
}
