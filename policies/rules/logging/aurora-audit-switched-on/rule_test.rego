package bulwark.rules_test.aurora_audit_switched_on

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.aurora_audit_switched_on as rule

judged(address, values) := {[fact.verdict, fact.path, fact.reason] | some fact in findings} if {
	findings := rule.findings with input as fx.stack([fx.res(address, values)])
}

group(family, written) := judged("aws_rds_cluster_parameter_group.g", {"family": family, "parameter": [{"name": name, "value": value} | some name, value in written]})

on := {"server_audit_logging": "1", "server_audit_events": "CONNECT,QUERY_DCL"}

test_on_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_rds_cluster_parameter_group.g", {"family": "aurora-mysql8.0", "parameter": [{"name": "server_audit_logging", "value": "1"}, {"name": "server_audit_events", "value": "CONNECT"}]})])
	fx.verdicts(findings) == set()
	group("aurora-mysql5.7", on) == set()
}

test_absent_fails_for_both if {
	findings := rule.findings with input as fx.stack([fx.res("aws_rds_cluster_parameter_group.g", {"family": "aurora-mysql8.0"})])
	fx.verdicts(findings) == {["aws_rds_cluster_parameter_group.g", "fail", "absent"]}
	fx.details(findings) == {["aws_rds_cluster_parameter_group.g", "parameter.server_audit_logging"], ["aws_rds_cluster_parameter_group.g", "parameter.server_audit_events"]}
}

test_off_fails if {
	every value in ["0", 0, "OFF", "off", ""] {
		group("aurora-mysql8.0", object.union(on, {"server_audit_logging": value})) == {["fail", "parameter.server_audit_logging", "disabled"]}
	}
}

test_no_events_fail if {
	group("aurora-mysql8.0", object.union(on, {"server_audit_events": ""})) == {["fail", "parameter.server_audit_events", "disabled"]}
	group("aurora-mysql8.0", object.remove(on, ["server_audit_events"])) == {["fail", "parameter.server_audit_events", "absent"]}
}

test_unresolved_is_unknown if {
	every name in ["server_audit_logging", "server_audit_events"] {
		group("aurora-mysql8.0", object.union(on, {name: fx.expression})) == {["unknown", concat(".", ["parameter", name]), "expression-unresolved"]}
	}
}

test_a_name_unresolved_is_unknown if {
	judged("aws_rds_cluster_parameter_group.g", {"family": "aurora-mysql8.0", "parameter": [{"name": "server_audit_logging", "value": "1"}, {"name": fx.expression, "value": "CONNECT"}]}) == {["unknown", "parameter.server_audit_events", "expression-unresolved"]}
}

test_other_families_are_no_finding if {
	every family in ["aurora-postgresql16", "mysql8.0", "postgres16"] {
		group(family, {}) == set()
	}
}

test_unresolved_family_is_unknown_where_it_matters if {
	group(fx.expression, {}) == {["unknown", "family", "expression-unresolved"]}
	group(fx.expression, on) == set()
}

cluster(engine, values) := judged("aws_rds_cluster.c", object.union({"engine": engine}, values))

test_default_group_writes_no_audit_log if {
	cluster("aurora-mysql", {}) == {["fail", "db_cluster_parameter_group_name", "absent"]}
	cluster("aurora-mysql", {"db_cluster_parameter_group_name": "default.aurora-mysql8.0"}) == {["fail", "db_cluster_parameter_group_name", "disabled"]}
}

test_own_group_passes if {
	cluster("aurora-mysql", {"db_cluster_parameter_group_name": fx.ref("aws_rds_cluster_parameter_group.g")}) == set()
	cluster("aurora-mysql", {"db_cluster_parameter_group_name": "audited"}) == set()
}

test_unresolved_group_is_unknown if {
	cluster("aurora-mysql", {"db_cluster_parameter_group_name": fx.expression}) == {["unknown", "db_cluster_parameter_group_name", "expression-unresolved"]}
}

test_other_engines_are_no_finding if {
	every engine in ["aurora-postgresql", "mysql", "postgres"] {
		cluster(engine, {}) == set()
	}
}

test_unresolved_engine_is_unknown_where_it_matters if {
	cluster(fx.expression, {}) == {["unknown", "engine", "expression-unresolved"]}
	cluster(fx.expression, {"db_cluster_parameter_group_name": "audited"}) == set()
}
