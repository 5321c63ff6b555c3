package bulwark.rules_test.rds_enhanced_monitoring

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.rds_enhanced_monitoring as rule

test_enough_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"monitoring_interval": 1})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {})])
	fx.verdicts(findings) == {["aws_db_instance.x", "fail", "absent"]}
}

test_too_little_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"monitoring_interval": 0})])
	fx.verdicts(findings) == {["aws_db_instance.x", "fail", "below-baseline"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"monitoring_interval": fx.expression})])
	fx.verdicts(findings) == {["aws_db_instance.x", "unknown", "expression-unresolved"]}
}
