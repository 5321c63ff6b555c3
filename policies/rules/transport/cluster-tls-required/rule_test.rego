package bulwark.rules_test.cluster_tls_required

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.cluster_tls_required as rule

test_documents_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_docdb_cluster_parameter_group.x", {})])
	fx.verdicts(findings) == set()
}

test_documents_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_docdb_cluster_parameter_group.x", {"parameter": [{"name": "tls", "value": "disabled"}]})])
	fx.verdicts(findings) == {["aws_docdb_cluster_parameter_group.x", "fail", "tls-switched-off"]}
}

test_documents_newer_only_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_docdb_cluster_parameter_group.x", {"parameter": [{"name": "tls", "value": "tls1.2+"}]})])
	fx.verdicts(findings) == set()
}

test_redshift_required_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshift_parameter_group.x", {"parameter": [{"name": "require_ssl", "value": "true"}]})])
	fx.verdicts(findings) == set()
}

test_redshift_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshift_parameter_group.x", {})])
	fx.verdicts(findings) == {["aws_redshift_parameter_group.x", "fail", "absent"]}
}

test_redshift_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshift_parameter_group.x", {"parameter": [{"name": "require_ssl", "value": "false"}]})])
	fx.verdicts(findings) == {["aws_redshift_parameter_group.x", "fail", "tls-switched-off"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_docdb_cluster_parameter_group.x", {"parameter": [{"name": "tls", "value": fx.expression}]})])
	fx.verdicts(findings) == {["aws_docdb_cluster_parameter_group.x", "unknown", "expression-unresolved"]}
}

test_a_name_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_docdb_cluster_parameter_group.x", {"parameter": [{"name": fx.expression, "value": "disabled"}]}), fx.res("aws_redshift_parameter_group.y", {"parameter": [{"name": fx.expression, "value": "true"}]})])
	fx.verdicts(findings) == {["aws_docdb_cluster_parameter_group.x", "unknown", "expression-unresolved"], ["aws_redshift_parameter_group.y", "unknown", "expression-unresolved"]}
}

workgroup(key, value) := fx.stack([fx.res("aws_redshiftserverless_workgroup.w", {"config_parameter": [{"parameter_key": key, "parameter_value": value}]})])

test_serverless_workgroup_fails_where_it_says_so if {
	off := rule.findings with input as workgroup("require_ssl", "false")
	fx.verdicts(off) == {["aws_redshiftserverless_workgroup.w", "fail", "tls-switched-off"]}
	on := rule.findings with input as workgroup("require_ssl", "true")
	fx.verdicts(on) == set()
	other := rule.findings with input as workgroup("auto_mv", "false")
	fx.verdicts(other) == set()
	later := rule.findings with input as workgroup("require_ssl", fx.expression)
	fx.verdicts(later) == {["aws_redshiftserverless_workgroup.w", "unknown", "expression-unresolved"]}
	some_key := rule.findings with input as workgroup(fx.expression, "false")
	fx.verdicts(some_key) == {["aws_redshiftserverless_workgroup.w", "unknown", "expression-unresolved"]}
}

family(name, parameters) := fx.stack([fx.res("aws_redshift_parameter_group.g", {"family": name, "parameter": parameters})])

test_the_newer_family_of_redshift_begins_with_it if {
	silent := rule.findings with input as family("redshift-2.0", [])
	fx.verdicts(silent) == set()
	off := rule.findings with input as family("redshift-2.0", [{"name": "require_ssl", "value": "false"}])
	fx.verdicts(off) == {["aws_redshift_parameter_group.g", "fail", "tls-switched-off"]}
	older := rule.findings with input as family("redshift-1.0", [])
	fx.verdicts(older) == {["aws_redshift_parameter_group.g", "fail", "absent"]}
	later := rule.findings with input as family(fx.expression, [])
	fx.verdicts(later) == {["aws_redshift_parameter_group.g", "unknown", "expression-unresolved"]}
	named := rule.findings with input as family("redshift-2.0", [{"name": fx.expression, "value": "false"}])
	fx.verdicts(named) == {["aws_redshift_parameter_group.g", "unknown", "expression-unresolved"]}
}

test_serverless_parameters_that_are_on_are_not_the_switch_turned_off if {
	on := rule.findings with input as workgroup(fx.expression, "true")
	fx.verdicts(on) == set()
	later := rule.findings with input as workgroup(fx.expression, fx.expression)
	fx.verdicts(later) == {["aws_redshiftserverless_workgroup.w", "unknown", "expression-unresolved"]}
}
