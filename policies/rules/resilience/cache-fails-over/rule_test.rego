package bulwark.rules_test.cache_fails_over

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.cache_fails_over as rule

test_on_elasticache_replication_group_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.x", {"automatic_failover_enabled": true})])
	fx.verdicts(findings) == set()
}

test_default_elasticache_replication_group_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.x", {})])
	fx.verdicts(findings) == {["aws_elasticache_replication_group.x", "fail", "absent"]}
}

test_off_elasticache_replication_group_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.x", {"automatic_failover_enabled": false})])
	fx.verdicts(findings) == {["aws_elasticache_replication_group.x", "fail", "disabled"]}
}

test_unresolved_elasticache_replication_group_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.x", {"automatic_failover_enabled": fx.expression})])
	fx.verdicts(findings) == {["aws_elasticache_replication_group.x", "unknown", "expression-unresolved"]}
}
