package bulwark.rules_test.eks_secrets_encrypted

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.eks_secrets_encrypted as rule

test_secrets_named_pass if {
	findings := rule.findings with input as fx.stack([fx.res("aws_eks_cluster.x", {"encryption_config": [{"resources": ["secrets"], "provider": [{"key_arn": fx.ref("aws_kms_key.eks")}]}]})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_eks_cluster.x", {})])
	fx.verdicts(findings) == {["aws_eks_cluster.x", "fail", "absent"]}
}

test_other_resources_fail if {
	findings := rule.findings with input as fx.stack([fx.res("aws_eks_cluster.x", {"encryption_config": [{"resources": ["configmaps"]}]})])
	fx.verdicts(findings) == {["aws_eks_cluster.x", "fail", "not-allowed"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_eks_cluster.x", {"encryption_config": [{"resources": fx.expression}]})])
	fx.verdicts(findings) == {["aws_eks_cluster.x", "unknown", "expression-unresolved"]}
}
