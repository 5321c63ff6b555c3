package bulwark.rules_test.elasticache_authenticated

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.elasticache_authenticated as rule

test_user_group_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.x", {"user_group_ids": ["programs"]})])
	fx.verdicts(findings) == set()
}

test_token_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.x", {"auth_token": {"$unknown": "sensitive", "refs": []}})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.x", {})])
	fx.verdicts(findings) == {["aws_elasticache_replication_group.x", "fail", "absent"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.x", {"user_group_ids": fx.expression})])
	fx.verdicts(findings) == {["aws_elasticache_replication_group.x", "unknown", "expression-unresolved"]}
}
