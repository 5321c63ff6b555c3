package bulwark.rules_test.snapshot_tags_kept

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.snapshot_tags_kept as rule

test_on_db_instance_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"copy_tags_to_snapshot": true})])
	fx.verdicts(findings) == set()
}

test_default_db_instance_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {})])
	fx.verdicts(findings) == {["aws_db_instance.x", "fail", "absent"]}
}

test_off_db_instance_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"copy_tags_to_snapshot": false})])
	fx.verdicts(findings) == {["aws_db_instance.x", "fail", "disabled"]}
}

test_unresolved_db_instance_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"copy_tags_to_snapshot": fx.expression})])
	fx.verdicts(findings) == {["aws_db_instance.x", "unknown", "expression-unresolved"]}
}

test_on_rds_cluster_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_rds_cluster.x", {"copy_tags_to_snapshot": true})])
	fx.verdicts(findings) == set()
}

test_default_rds_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_rds_cluster.x", {})])
	fx.verdicts(findings) == {["aws_rds_cluster.x", "fail", "absent"]}
}

test_off_rds_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_rds_cluster.x", {"copy_tags_to_snapshot": false})])
	fx.verdicts(findings) == {["aws_rds_cluster.x", "fail", "disabled"]}
}

test_unresolved_rds_cluster_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_rds_cluster.x", {"copy_tags_to_snapshot": fx.expression})])
	fx.verdicts(findings) == {["aws_rds_cluster.x", "unknown", "expression-unresolved"]}
}

test_on_neptune_cluster_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_neptune_cluster.x", {"copy_tags_to_snapshot": true})])
	fx.verdicts(findings) == set()
}

test_default_neptune_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_neptune_cluster.x", {})])
	fx.verdicts(findings) == {["aws_neptune_cluster.x", "fail", "absent"]}
}

test_off_neptune_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_neptune_cluster.x", {"copy_tags_to_snapshot": false})])
	fx.verdicts(findings) == {["aws_neptune_cluster.x", "fail", "disabled"]}
}

test_unresolved_neptune_cluster_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_neptune_cluster.x", {"copy_tags_to_snapshot": fx.expression})])
	fx.verdicts(findings) == {["aws_neptune_cluster.x", "unknown", "expression-unresolved"]}
}
