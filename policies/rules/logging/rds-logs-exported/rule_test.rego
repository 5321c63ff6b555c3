package bulwark.rules_test.rds_logs_exported

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.rds_logs_exported as rule

test_one_log_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"enabled_cloudwatch_logs_exports": ["postgresql"]})])
	fx.verdicts(findings) == set()
}

test_absent_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {})])
	fx.verdicts(findings) == {["aws_db_instance.x", "fail", "absent"]}
}

test_empty_list_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_rds_cluster.x", {"enabled_cloudwatch_logs_exports": []})])
	fx.verdicts(findings) == {["aws_rds_cluster.x", "fail", "absent"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_rds_cluster.x", {"enabled_cloudwatch_logs_exports": fx.expression})])
	fx.verdicts(findings) == {["aws_rds_cluster.x", "unknown", "expression-unresolved"]}
}

test_rds_custom_has_no_export if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"engine": "custom-sqlserver-se"})])
	fx.verdicts(findings) == {["aws_db_instance.x", "not-applicable", "rds-custom"]}
}
