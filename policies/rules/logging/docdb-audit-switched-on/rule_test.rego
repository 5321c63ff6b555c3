package bulwark.rules_test.docdb_audit_switched_on

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.docdb_audit_switched_on as rule

test_on_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_docdb_cluster_parameter_group.x", {"parameter": [{"name": "audit_logs", "value": "enabled"}]})])
	fx.verdicts(findings) == set()
}

test_some_kinds_pass if {
	findings := rule.findings with input as fx.stack([fx.res("aws_docdb_cluster_parameter_group.x", {"parameter": [{"name": "audit_logs", "value": "ddl,dml_write"}]})])
	fx.verdicts(findings) == set()
}

test_absent_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_docdb_cluster_parameter_group.x", {"parameter": [{"name": "tls", "value": "enabled"}]})])
	fx.verdicts(findings) == {["aws_docdb_cluster_parameter_group.x", "fail", "absent"]}
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_docdb_cluster_parameter_group.x", {"parameter": [{"name": "audit_logs", "value": "disabled"}]})])
	fx.verdicts(findings) == {["aws_docdb_cluster_parameter_group.x", "fail", "disabled"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_docdb_cluster_parameter_group.x", {"parameter": [{"name": "audit_logs", "value": fx.expression}]})])
	fx.verdicts(findings) == {["aws_docdb_cluster_parameter_group.x", "unknown", "expression-unresolved"]}
}

test_a_name_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_docdb_cluster_parameter_group.x", {"parameter": [{"name": fx.expression, "value": "enabled"}]})])
	fx.verdicts(findings) == {["aws_docdb_cluster_parameter_group.x", "unknown", "expression-unresolved"]}
}

neptune(value) := fx.stack([fx.res("aws_neptune_cluster_parameter_group.g", {"parameter": [{"name": "neptune_enable_audit_log", "value": value}]})])

test_neptune_goes_by_its_own_parameter if {
	on := rule.findings with input as neptune("1")
	fx.verdicts(on) == set()
	every zero in ["0", 0] {
		off := rule.findings with input as neptune(zero)
		fx.verdicts(off) == {["aws_neptune_cluster_parameter_group.g", "fail", "disabled"]}
	}
	absent := rule.findings with input as fx.stack([fx.res("aws_neptune_cluster_parameter_group.g", {})])
	fx.verdicts(absent) == {["aws_neptune_cluster_parameter_group.g", "fail", "absent"]}
	later := rule.findings with input as neptune(fx.expression)
	fx.verdicts(later) == {["aws_neptune_cluster_parameter_group.g", "unknown", "expression-unresolved"]}
}

test_none_is_off_and_told_by_the_parameter if {
	findings := rule.findings with input as fx.stack([fx.res("aws_docdb_cluster_parameter_group.x", {"parameter": [{"name": "audit_logs", "value": "none"}]})])
	{[fact.path, fact.reason] | some fact in findings} == {["parameter.audit_logs", "disabled"]}
}

test_default_group_writes_no_audit_log if {
	every type, attribute in {"aws_docdb_cluster": "db_cluster_parameter_group_name", "aws_neptune_cluster": "neptune_cluster_parameter_group_name"} {
		address := concat("", [type, ".x"])
		absent := rule.findings with input as fx.stack([fx.res(address, {})])
		fx.verdicts(absent) == {[address, "fail", "absent"]}
		written := rule.findings with input as fx.stack([fx.res(address, {attribute: "default.docdb5.0"})])
		fx.verdicts(written) == {[address, "fail", "disabled"]}
		own := rule.findings with input as fx.stack([fx.res(address, {attribute: fx.ref("aws_docdb_cluster_parameter_group.g")})])
		fx.verdicts(own) == set()
		later := rule.findings with input as fx.stack([fx.res(address, {attribute: fx.expression})])
		fx.verdicts(later) == {[address, "unknown", "expression-unresolved"]}
	}
}
