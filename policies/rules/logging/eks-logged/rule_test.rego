package bulwark.rules_test.eks_logged

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.eks_logged as rule

test_all_five_pass if {
	findings := rule.findings with input as fx.stack([fx.res("aws_eks_cluster.x", {"enabled_cluster_log_types": ["api", "audit", "authenticator", "controllerManager", "scheduler"]})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_eks_cluster.x", {})])
	fx.verdicts(findings) == {["aws_eks_cluster.x", "fail", "absent"]}
}

test_each_missing_log_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_eks_cluster.x", {"enabled_cluster_log_types": ["api", "audit", "authenticator"]})])
	fx.details(findings) == {["aws_eks_cluster.x", "controllerManager"], ["aws_eks_cluster.x", "scheduler"]}
}

test_one_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_eks_cluster.x", {"enabled_cluster_log_types": ["api", fx.expression]})])
	fx.verdicts(findings) == {["aws_eks_cluster.x", "unknown", "expression-unresolved"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_eks_cluster.x", {"enabled_cluster_log_types": fx.expression})])
	fx.verdicts(findings) == {["aws_eks_cluster.x", "unknown", "expression-unresolved"]}
}
