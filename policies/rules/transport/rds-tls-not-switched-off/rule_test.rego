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

forced(name) := [{"name": name, "value": "1"}]

test_left_to_an_engine_that_takes_plaintext_fails if {
	every family in ["postgres14", "mysql8.0", "mysql8.4", "mariadb10.11", "mariadb11.4", "sqlserver-se-16.0"] {
		findings := rule.findings with input as fx.stack([fx.res("aws_db_parameter_group.p", {"family": family, "parameter": [{"name": "time_zone", "value": "UTC"}]})])
		fx.verdicts(findings) == {["aws_db_parameter_group.p", "fail", "absent"]}
	}
	every family in ["aurora-mysql8.0", "aurora-postgresql16", "mysql8.4"] {
		findings := rule.findings with input as fx.stack([fx.res("aws_rds_cluster_parameter_group.p", {"family": family})])
		fx.verdicts(findings) == {["aws_rds_cluster_parameter_group.p", "fail", "absent"]}
	}
}

test_left_to_an_engine_that_refuses_plaintext_passes if {
	every family in ["postgres15", "postgres17", "mysql9.7", "mariadb11.8", "mariadb10.4", "oracle-ee-19"] {
		findings := rule.findings with input as fx.stack([fx.res("aws_db_parameter_group.p", {"family": family})])
		fx.verdicts(findings) == set()
	}
	findings := rule.findings with input as fx.stack([fx.res("aws_rds_cluster_parameter_group.p", {"family": "aurora-postgresql17"})])
	fx.verdicts(findings) == set()
}

# Aurora has the switch in the group of the cluster.
test_group_for_an_instance_of_aurora_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_parameter_group.p", {"family": "aurora-mysql8.0"})])
	fx.verdicts(findings) == set()
}

test_family_with_its_switch_passes if {
	every family, name in {"postgres14": "rds.force_ssl", "mysql8.0": "require_secure_transport"} {
		findings := rule.findings with input as fx.stack([fx.res("aws_db_parameter_group.p", {"family": family, "parameter": forced(name)})])
		fx.verdicts(findings) == set()
	}
}

test_family_or_name_unresolved_is_unknown if {
	every values in [{"family": fx.expression}, {"family": "mysql8.0", "parameter": [{"name": fx.expression, "value": "1"}]}, {"family": "mysql8.0", "parameter": fx.expression}] {
		findings := rule.findings with input as fx.stack([fx.res("aws_db_parameter_group.p", values)])
		fx.verdicts(findings) == {["aws_db_parameter_group.p", "unknown", "expression-unresolved"]}
	}
}

test_default_group_of_such_an_engine_fails if {
	every reason, group in {"absent": null, "tls-switched-off": "default.mysql8.0"} {
		findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"engine": "mysql", "engine_version": "8.0.40", "parameter_group_name": group})])
		fx.verdicts(findings) == {["aws_db_instance.x", "fail", reason]}
	}
	findings := rule.findings with input as fx.stack([fx.res("aws_rds_cluster.x", {"engine": "aurora-mysql", "engine_version": "8.0.mysql_aurora.3.08.0"})])
	fx.verdicts(findings) == {["aws_rds_cluster.x", "fail", "absent"]}
}

test_default_group_of_an_engine_that_refuses_plaintext_passes if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_db_instance.x", {"engine": "postgres", "engine_version": "16.4"}),
		fx.res("aws_db_instance.replica", {"replicate_source_db": "x", "engine": "mysql", "engine_version": "8.0"}),
		fx.res("aws_db_instance.own", {"engine": "mysql", "engine_version": "8.0", "parameter_group_name": fx.ref("aws_db_parameter_group.p")}),
		fx.res("aws_db_instance.newest", {"engine": "mysql"}),
		fx.res("aws_rds_cluster.x", {"engine": "aurora-postgresql", "engine_version": "17.5"}),
	])
	fx.verdicts(findings) == set()
}

test_group_or_version_unresolved_is_unknown if {
	mysql := {"engine": "mysql", "engine_version": "8.0"}
	every change in [{"parameter_group_name": fx.expression}, {"engine_version": fx.expression}, {"engine": fx.expression}] {
		findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", object.union(mysql, change))])
		fx.verdicts(findings) == {["aws_db_instance.x", "unknown", "expression-unresolved"]}
	}
}

# A stack may hold the number or the switch where a plan holds text.
test_zero_or_false_without_quotes_fails if {
	every value in [0, false] {
		findings := rule.findings with input as fx.stack([fx.res("aws_db_parameter_group.p", {"parameter": [{"name": "rds.force_ssl", "value": value}]})])
		fx.verdicts(findings) == {["aws_db_parameter_group.p", "fail", "tls-switched-off"]}
		hidden := rule.findings with input as fx.stack([fx.res("aws_db_parameter_group.p", {"parameter": [{"name": fx.expression, "value": value}]})])
		fx.verdicts(hidden) == {["aws_db_parameter_group.p", "unknown", "expression-unresolved"]}
	}
}
