package bulwark.rules_test.eks_endpoint_private

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.eks_endpoint_private as rule

test_private_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_eks_cluster.x", {"vpc_config": [{"endpoint_public_access": false}]})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_eks_cluster.x", {"vpc_config": [{}]})])
	fx.verdicts(findings) == {["aws_eks_cluster.x", "fail", "absent"]}
}

test_public_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_eks_cluster.x", {"vpc_config": [{"endpoint_public_access": true}]})])
	fx.verdicts(findings) == {["aws_eks_cluster.x", "fail", "not-allowed"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_eks_cluster.x", {"vpc_config": [{"endpoint_public_access": fx.expression}]})])
	fx.verdicts(findings) == {["aws_eks_cluster.x", "unknown", "expression-unresolved"]}
}
