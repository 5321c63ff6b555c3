package bulwark.rules_test.rds_tls_not_switched_off

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.rds_tls_not_switched_off as rule

test_forced_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_parameter_group.p", {"parameter": [{"name": "rds.force_ssl", "value": "1"}]})])
	fx.verdicts(findings) == set()
}

test_left_to_the_engine_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_parameter_group.p", {})])
	fx.verdicts(findings) == set()
}

test_zero_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_parameter_group.p", {"parameter": [{"name": "rds.force_ssl", "value": "0"}]})])
	fx.verdicts(findings) == {["aws_db_parameter_group.p", "fail", "tls-switched-off"]}
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_rds_cluster_parameter_group.p", {"parameter": [{"name": "require_secure_transport", "value": "OFF"}]})])
	fx.verdicts(findings) == {["aws_rds_cluster_parameter_group.p", "fail", "tls-switched-off"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_parameter_group.p", {"parameter": [{"name": "rds.force_ssl", "value": fx.expression}]})])
	fx.verdicts(findings) == {["aws_db_parameter_group.p", "unknown", "expression-unresolved"]}
}

test_a_name_unresolved_with_a_value_that_switches_off_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_parameter_group.p", {"parameter": [{"name": fx.expression, "value": "0"}, {"name": fx.expression, "value": "utf8"}]})])
	fx.verdicts(findings) == {["aws_db_parameter_group.p", "unknown", "expression-unresolved"]}
}

test_proxy_that_takes_connections_in_the_clear_fails if {
	absent := rule.findings with input as fx.stack([fx.res("aws_db_proxy.p", {})])
	fx.verdicts(absent) == {["aws_db_proxy.p", "fail", "absent"]}
	off := rule.findings with input as fx.stack([fx.res("aws_db_proxy.p", {"require_tls": false})])
	fx.verdicts(off) == {["aws_db_proxy.p", "fail", "disabled"]}
	on := rule.findings with input as fx.stack([fx.res("aws_db_proxy.p", {"require_tls": true})])
	fx.verdicts(on) == set()
}
