package bulwark.rules_test.redshift_logged

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.redshift_logged as rule

test_inline_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshift_cluster.x", {"logging": [{"enable": true}]})])
	fx.verdicts(findings) == set()
}

test_companion_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshift_cluster.x", {}), fx.res("aws_redshift_logging.l", {"cluster_identifier": fx.ref("aws_redshift_cluster.x")})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshift_cluster.x", {})])
	fx.verdicts(findings) == {["aws_redshift_cluster.x", "fail", "absent"]}
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshift_cluster.x", {"logging": [{"enable": false}]})])
	fx.verdicts(findings) == {["aws_redshift_cluster.x", "fail", "absent"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshift_cluster.x", {"logging": [{"enable": fx.expression}]})])
	fx.verdicts(findings) == {["aws_redshift_cluster.x", "unknown", "expression-unresolved"]}
}

test_companion_with_an_unresolved_target_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshift_cluster.x", {}), fx.res("aws_redshift_logging.l", {"cluster_identifier": fx.expression})])
	fx.verdicts(findings) == {["aws_redshift_cluster.x", "unknown", "reference-unresolved"]}
}

test_companion_by_a_literal_name_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshift_cluster.x", {"cluster_identifier": "analysis"}), fx.res("aws_redshift_logging.l", {"cluster_identifier": "analysis"})])
	fx.verdicts(findings) == set()
}
