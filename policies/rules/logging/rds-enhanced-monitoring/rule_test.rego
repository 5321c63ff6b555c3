package bulwark.rules_test.rds_enhanced_monitoring

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.rds_enhanced_monitoring as rule

test_enough_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"monitoring_interval": 1})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {})])
	fx.verdicts(findings) == {["aws_db_instance.x", "fail", "absent"]}
}

test_too_little_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"monitoring_interval": 0})])
	fx.verdicts(findings) == {["aws_db_instance.x", "fail", "below-baseline"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"monitoring_interval": fx.expression})])
	fx.verdicts(findings) == {["aws_db_instance.x", "unknown", "expression-unresolved"]}
}

test_rds_custom_has_no_enhanced_monitoring if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"engine": "custom-sqlserver-se", "monitoring_interval": 0})])
	fx.verdicts(findings) == {["aws_db_instance.x", "not-applicable", "rds-custom"]}
}

test_multi_az_cluster_has_the_interval_itself if {
	off := rule.findings with input as fx.stack([fx.res("aws_rds_cluster.x", {"engine": "postgres", "db_cluster_instance_class": "db.m6gd.large"})])
	fx.verdicts(off) == {["aws_rds_cluster.x", "fail", "absent"]}
	on := rule.findings with input as fx.stack([fx.res("aws_rds_cluster.x", {"engine": "postgres", "db_cluster_instance_class": "db.m6gd.large", "monitoring_interval": 30})])
	fx.verdicts(on) == set()
}

test_cluster_of_aurora_is_judged_by_its_instances if {
	findings := rule.findings with input as fx.stack([fx.res("aws_rds_cluster.x", {"engine": "aurora-postgresql"})])
	fx.verdicts(findings) == {["aws_rds_cluster.x", "not-applicable", "judged-on-its-instances"]}
}

test_class_that_may_be_none_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_rds_cluster.x", {"engine": "postgres", "db_cluster_instance_class": fx.expression})])
	fx.verdicts(findings) == {["aws_rds_cluster.x", "unknown", "expression-unresolved"]}
}
