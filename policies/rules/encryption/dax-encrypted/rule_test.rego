package bulwark.rules_test.dax_encrypted

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.dax_encrypted as rule

test_on_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dax_cluster.x", {"server_side_encryption": [{"enabled": true}]})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dax_cluster.x", {})])
	fx.verdicts(findings) == {["aws_dax_cluster.x", "fail", "absent"]}
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dax_cluster.x", {"server_side_encryption": [{"enabled": false}]})])
	fx.verdicts(findings) == {["aws_dax_cluster.x", "fail", "disabled"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dax_cluster.x", {"server_side_encryption": [{"enabled": fx.expression}]})])
	fx.verdicts(findings) == {["aws_dax_cluster.x", "unknown", "expression-unresolved"]}
}
