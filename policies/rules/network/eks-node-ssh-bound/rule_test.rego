package bulwark.rules_test.eks_node_ssh_bound

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.eks_node_ssh_bound as rule

test_no_remote_access_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_eks_node_group.x", {})])
	fx.verdicts(findings) == set()
}

test_bound_to_a_group_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_eks_node_group.x", {"remote_access": [{"ec2_ssh_key": "operators", "source_security_group_ids": ["sg-1"]}]})])
	fx.verdicts(findings) == set()
}

test_key_alone_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_eks_node_group.x", {"remote_access": [{"ec2_ssh_key": "operators"}]})])
	fx.verdicts(findings) == {["aws_eks_node_group.x", "fail", "absent"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_eks_node_group.x", {"remote_access": [{"ec2_ssh_key": "operators", "source_security_group_ids": fx.expression}]})])
	fx.verdicts(findings) == {["aws_eks_node_group.x", "unknown", "expression-unresolved"]}
}
