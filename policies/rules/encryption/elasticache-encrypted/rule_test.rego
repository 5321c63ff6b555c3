package bulwark.rules_test.elasticache_encrypted

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.elasticache_encrypted as rule

test_on_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.x", {"at_rest_encryption_enabled": true})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.x", {})])
	fx.verdicts(findings) == {["aws_elasticache_replication_group.x", "fail", "absent"]}
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.x", {"at_rest_encryption_enabled": false})])
	fx.verdicts(findings) == {["aws_elasticache_replication_group.x", "fail", "disabled"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.x", {"at_rest_encryption_enabled": fx.expression})])
	fx.verdicts(findings) == {["aws_elasticache_replication_group.x", "unknown", "expression-unresolved"]}
}

test_valkey_encrypts_by_default if {
	absent := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.g", {"engine": "valkey"})])
	fx.verdicts(absent) == set()
	off := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.g", {"engine": "valkey", "at_rest_encryption_enabled": false})])
	fx.verdicts(off) == {["aws_elasticache_replication_group.g", "fail", "disabled"]}
}

test_unresolved_engine_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.g", {"engine": fx.expression})])
	fx.verdicts(findings) == {["aws_elasticache_replication_group.g", "unknown", "expression-unresolved"]}
}

test_member_of_a_global_datastore_does_not_apply if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.g", {"global_replication_group_id": fx.ref("aws_elasticache_global_replication_group.x")})])
	fx.verdicts(findings) == {["aws_elasticache_replication_group.g", "not-applicable", "as-its-global-datastore"]}
}

test_may_be_a_member_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.g", {"global_replication_group_id": fx.expression})])
	fx.verdicts(findings) == {["aws_elasticache_replication_group.g", "unknown", "expression-unresolved"]}
}

test_a_switch_that_is_written_decides_by_itself if {
	every other in [{"engine": fx.expression}, {"global_replication_group_id": fx.expression}] {
		on := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.g", object.union({"at_rest_encryption_enabled": true}, other))])
		fx.verdicts(on) == set()
		off := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.g", object.union({"at_rest_encryption_enabled": false}, other))])
		fx.verdicts(off) == {["aws_elasticache_replication_group.g", "fail", "disabled"]}
	}
}

test_a_member_of_an_unresolved_engine_does_not_apply if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.g", {"engine": fx.expression, "global_replication_group_id": fx.ref("aws_elasticache_global_replication_group.x")})])
	fx.verdicts(findings) == {["aws_elasticache_replication_group.g", "not-applicable", "as-its-global-datastore"]}
}
