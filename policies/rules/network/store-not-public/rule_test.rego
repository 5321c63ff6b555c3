package bulwark.rules_test.store_not_public

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.store_not_public as rule

test_off_redshiftserverless_workgroup_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshiftserverless_workgroup.x", {"publicly_accessible": false})])
	fx.verdicts(findings) == set()
}

test_default_redshiftserverless_workgroup_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshiftserverless_workgroup.x", {})])
	fx.verdicts(findings) == set()
}

test_on_redshiftserverless_workgroup_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshiftserverless_workgroup.x", {"publicly_accessible": true})])
	fx.verdicts(findings) == {["aws_redshiftserverless_workgroup.x", "fail", "public-address"]}
}

test_unresolved_redshiftserverless_workgroup_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshiftserverless_workgroup.x", {"publicly_accessible": fx.expression})])
	fx.verdicts(findings) == {["aws_redshiftserverless_workgroup.x", "unknown", "expression-unresolved"]}
}

test_off_dms_replication_instance_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dms_replication_instance.x", {"publicly_accessible": false})])
	fx.verdicts(findings) == set()
}

test_default_dms_replication_instance_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dms_replication_instance.x", {})])
	fx.verdicts(findings) == set()
}

test_on_dms_replication_instance_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dms_replication_instance.x", {"publicly_accessible": true})])
	fx.verdicts(findings) == {["aws_dms_replication_instance.x", "fail", "public-address"]}
}

test_unresolved_dms_replication_instance_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dms_replication_instance.x", {"publicly_accessible": fx.expression})])
	fx.verdicts(findings) == {["aws_dms_replication_instance.x", "unknown", "expression-unresolved"]}
}

test_off_mq_broker_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_mq_broker.x", {"publicly_accessible": false})])
	fx.verdicts(findings) == set()
}

test_default_mq_broker_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_mq_broker.x", {})])
	fx.verdicts(findings) == set()
}

test_on_mq_broker_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_mq_broker.x", {"publicly_accessible": true})])
	fx.verdicts(findings) == {["aws_mq_broker.x", "fail", "public-address"]}
}

test_unresolved_mq_broker_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_mq_broker.x", {"publicly_accessible": fx.expression})])
	fx.verdicts(findings) == {["aws_mq_broker.x", "unknown", "expression-unresolved"]}
}

test_off_neptune_cluster_instance_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_neptune_cluster_instance.x", {"publicly_accessible": false})])
	fx.verdicts(findings) == set()
}

test_default_neptune_cluster_instance_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_neptune_cluster_instance.x", {})])
	fx.verdicts(findings) == set()
}

test_on_neptune_cluster_instance_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_neptune_cluster_instance.x", {"publicly_accessible": true})])
	fx.verdicts(findings) == {["aws_neptune_cluster_instance.x", "fail", "public-address"]}
}

test_unresolved_neptune_cluster_instance_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_neptune_cluster_instance.x", {"publicly_accessible": fx.expression})])
	fx.verdicts(findings) == {["aws_neptune_cluster_instance.x", "unknown", "expression-unresolved"]}
}

test_redshift_off_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshift_cluster.x", {"publicly_accessible": false})])
	fx.verdicts(findings) == set()
}

test_redshift_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshift_cluster.x", {})])
	fx.verdicts(findings) == {["aws_redshift_cluster.x", "fail", "absent"]}
}

test_redshift_on_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshift_cluster.x", {"publicly_accessible": true})])
	fx.verdicts(findings) == {["aws_redshift_cluster.x", "fail", "not-allowed"]}
}

test_msk_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_msk_cluster.x", {})])
	fx.verdicts(findings) == set()
}

test_msk_with_public_addresses_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_msk_cluster.x", {"broker_node_group_info": [{"connectivity_info": [{"public_access": [{"type": "SERVICE_PROVIDED_EIPS"}]}]}]})])
	fx.verdicts(findings) == {["aws_msk_cluster.x", "fail", "not-allowed"]}
}

test_a_public_time_series_store_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_timestreaminfluxdb_db_instance.i", {"publicly_accessible": true})])
	fx.verdicts(findings) == {["aws_timestreaminfluxdb_db_instance.i", "fail", "public-address"]}
}

test_a_time_series_store_is_private_by_default if {
	findings := rule.findings with input as fx.stack([fx.res("aws_timestreaminfluxdb_db_instance.i", {})])
	fx.verdicts(findings) == set()
}

test_a_public_graph_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_neptunegraph_graph.g", {"public_connectivity": true})])
	fx.verdicts(findings) == {["aws_neptunegraph_graph.g", "fail", "public-address"]}
	private := rule.findings with input as fx.stack([fx.res("aws_neptunegraph_graph.g", {})])
	fx.verdicts(private) == set()
}
