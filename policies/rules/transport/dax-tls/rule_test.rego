package bulwark.rules_test.dax_tls

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.dax_tls as rule

test_allowed_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dax_cluster.x", {"cluster_endpoint_encryption_type": "TLS"})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dax_cluster.x", {})])
	fx.verdicts(findings) == {["aws_dax_cluster.x", "fail", "absent"]}
}

test_other_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dax_cluster.x", {"cluster_endpoint_encryption_type": "NONE"})])
	fx.verdicts(findings) == {["aws_dax_cluster.x", "fail", "not-allowed"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dax_cluster.x", {"cluster_endpoint_encryption_type": fx.expression})])
	fx.verdicts(findings) == {["aws_dax_cluster.x", "unknown", "expression-unresolved"]}
}
