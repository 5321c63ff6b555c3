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
