package bulwark.rules_test.rds_iam_authentication

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.rds_iam_authentication as rule

test_on_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"iam_database_authentication_enabled": true})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {})])
	fx.verdicts(findings) == {["aws_db_instance.x", "fail", "absent"]}
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"iam_database_authentication_enabled": false})])
	fx.verdicts(findings) == {["aws_db_instance.x", "fail", "disabled"]}
}

test_on_rds_cluster_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_rds_cluster.x", {"iam_database_authentication_enabled": true})])
	fx.verdicts(findings) == set()
}

test_default_rds_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_rds_cluster.x", {})])
	fx.verdicts(findings) == {["aws_rds_cluster.x", "fail", "absent"]}
}

test_off_rds_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_rds_cluster.x", {"iam_database_authentication_enabled": false})])
	fx.verdicts(findings) == {["aws_rds_cluster.x", "fail", "disabled"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"iam_database_authentication_enabled": fx.expression})])
	fx.verdicts(findings) == {["aws_db_instance.x", "unknown", "expression-unresolved"]}
}

test_other_engine_is_not_applicable if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"engine": "oracle-ee"})])
	fx.verdicts(findings) == {["aws_db_instance.x", "not-applicable", "engine-without-iam"]}
}

test_default_neptune_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_neptune_cluster.x", {"engine": "neptune"})])
	fx.verdicts(findings) == {["aws_neptune_cluster.x", "fail", "absent"]}
}

test_on_neptune_cluster_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_neptune_cluster.x", {"iam_database_authentication_enabled": true})])
	fx.verdicts(findings) == set()
}
