package bulwark.rules_test.rds_password_not_in_state

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.rds_password_not_in_state as rule

test_managed_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"manage_master_user_password": true})])
	fx.verdicts(findings) == set()
}

test_write_only_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"password_wo": "x"})])
	fx.verdicts(findings) == set()
}

test_password_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"password": {"$unknown": "sensitive", "refs": []}})])
	fx.verdicts(findings) == {["aws_db_instance.x", "fail", "secret-in-state"]}
}

test_unresolved_password_fails_too if {
	findings := rule.findings with input as fx.stack([fx.res("aws_rds_cluster.x", {"master_password": fx.expression})])
	fx.verdicts(findings) == {["aws_rds_cluster.x", "fail", "secret-in-state"]}
}

test_passwords_of_other_stores_fail if {
	sensitive := {"$unknown": "sensitive", "refs": []}
	every address, values in {
		"aws_docdb_cluster.x": {"master_password": sensitive},
		"aws_redshift_cluster.x": {"master_password": sensitive},
		"aws_redshiftserverless_namespace.x": {"admin_user_password": sensitive},
		"aws_dms_endpoint.x": {"password": sensitive},
		"aws_elasticsearch_domain.x": {"advanced_security_options": [{"master_user_options": [{"master_user_password": sensitive}]}]},
		"aws_opensearch_domain.x": {"advanced_security_options": [{"master_user_options": [{"master_user_password": sensitive}]}]},
	} {
		findings := rule.findings with input as fx.stack([fx.res(address, values)])
		fx.verdicts(findings) == {[address, "fail", "secret-in-state"]}
	}
}

test_role_as_master_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain.x", {"advanced_security_options": [{"master_user_options": [{"master_user_arn": "arn:aws:iam::111122223333:role/r"}]}]})])
	fx.verdicts(findings) == set()
}

cluster(values) := fx.stack([fx.res("aws_docdbelastic_cluster.x", object.union({"admin_user_password": {"$unknown": "sensitive", "refs": []}}, values))])

test_password_of_an_elastic_cluster_fails_unless_it_names_a_secret if {
	plain := rule.findings with input as cluster({"auth_type": "PLAIN_TEXT"})
	fx.verdicts(plain) == {["aws_docdbelastic_cluster.x", "fail", "secret-in-state"]}
	secret := rule.findings with input as cluster({"auth_type": "SECRET_ARN"})
	fx.verdicts(secret) == set()
	later := rule.findings with input as cluster({"auth_type": fx.expression})
	fx.verdicts(later) == {["aws_docdbelastic_cluster.x", "unknown", "expression-unresolved"]}
}
