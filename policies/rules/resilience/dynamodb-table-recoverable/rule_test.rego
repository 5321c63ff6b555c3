package bulwark.rules_test.dynamodb_table_recoverable

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.dynamodb_table_recoverable as rule

test_on_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dynamodb_table.t", {"point_in_time_recovery": [{"enabled": true}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dynamodb_table.t", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_dynamodb_table.t", "fail", "absent"]}
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dynamodb_table.t", {"point_in_time_recovery": [{"enabled": false}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_dynamodb_table.t", "fail", "disabled"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dynamodb_table.t", {"point_in_time_recovery": [{"enabled": fx.expression}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_dynamodb_table.t", "unknown", "expression-unresolved"]}
}

test_replica_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dynamodb_table_replica.s", {"point_in_time_recovery": true})])
	fx.verdicts(findings) == set()
}

test_replica_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dynamodb_table_replica.s", {})])
	fx.verdicts(findings) == {["aws_dynamodb_table_replica.s", "fail", "absent"]}
}

test_replica_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dynamodb_table_replica.s", {"point_in_time_recovery": fx.expression})])
	fx.verdicts(findings) == {["aws_dynamodb_table_replica.s", "unknown", "expression-unresolved"]}
}

replicated(replicas) := fx.stack([fx.res("aws_dynamodb_table.t", {"point_in_time_recovery": [{"enabled": true}], "replica": replicas})])

test_a_replica_inside_without_recovery_fails if {
	findings := rule.findings with input as replicated([{"region_name": "us-east-1"}, {"region_name": "us-west-2", "point_in_time_recovery": true}])
	fx.verdicts(findings) == {["aws_dynamodb_table.t", "fail", "absent"]}
	fx.details(findings) == {["aws_dynamodb_table.t", "us-east-1"]}
}

test_an_unresolved_replica_inside_is_unknown if {
	findings := rule.findings with input as replicated([{"region_name": "us-east-1", "point_in_time_recovery": fx.expression}])
	fx.verdicts(findings) == {["aws_dynamodb_table.t", "unknown", "expression-unresolved"]}
}

recoverable_for(days) := fx.stack([fx.res("aws_dynamodb_table.t", {"point_in_time_recovery": [{"enabled": true, "recovery_period_in_days": days}]})])

test_recoverable_for_a_day_only_fails if {
	short := rule.findings with input as recoverable_for(1)
	fx.verdicts(short) == {["aws_dynamodb_table.t", "fail", "below-baseline"]}
	later := rule.findings with input as recoverable_for(fx.ref("aws_ssm_parameter.days"))
	fx.verdicts(later) == {["aws_dynamodb_table.t", "unknown", "reference-unresolved"]}
}

# A plan shows it so inside a dynamic block where nobody wrote it.
test_days_that_aws_fills_in_pass if {
	findings := rule.findings with input as recoverable_for(fx.expression)
	fx.verdicts(findings) == set()
}

test_recoverable_for_a_week_or_the_default_passes if {
	every days in [7, 35, null] {
		findings := rule.findings with input as recoverable_for(days)
		fx.verdicts(findings) == set()
	}
}

test_days_of_a_recovery_that_is_off_say_nothing if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dynamodb_table.t", {"point_in_time_recovery": [{"enabled": false, "recovery_period_in_days": 1}]})])
	fx.verdicts(findings) == {["aws_dynamodb_table.t", "fail", "disabled"]}
}
