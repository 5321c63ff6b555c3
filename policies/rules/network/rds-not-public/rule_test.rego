package bulwark.rules_test.rds_not_public

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.rds_not_public as rule

test_off_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"publicly_accessible": false})])
	fx.verdicts(findings) == set()
}

test_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {})])
	fx.verdicts(findings) == set()
}

test_on_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"publicly_accessible": true})])
	fx.verdicts(findings) == {["aws_db_instance.x", "fail", "public-address"]}
}

test_off_rds_cluster_instance_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_rds_cluster_instance.x", {"publicly_accessible": false})])
	fx.verdicts(findings) == set()
}

test_default_rds_cluster_instance_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_rds_cluster_instance.x", {})])
	fx.verdicts(findings) == set()
}

test_on_rds_cluster_instance_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_rds_cluster_instance.x", {"publicly_accessible": true})])
	fx.verdicts(findings) == {["aws_rds_cluster_instance.x", "fail", "public-address"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"publicly_accessible": fx.expression})])
	fx.verdicts(findings) == {["aws_db_instance.x", "unknown", "expression-unresolved"]}
}

test_shard_group_with_a_public_address_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_rds_shard_group.x", {"publicly_accessible": true})])
	fx.verdicts(findings) == {["aws_rds_shard_group.x", "fail", "public-address"]}
}
