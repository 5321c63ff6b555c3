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

test_open_access_list_fails if {
	open := rule.findings with input as fx.stack([fx.res("aws_memorydb_cluster.m", {"acl_name": "open-access"})])
	fx.verdicts(open) == {["aws_memorydb_cluster.m", "fail", "not-allowed"]}
	own := rule.findings with input as fx.stack([fx.res("aws_memorydb_cluster.m", {"acl_name": fx.ref("aws_memorydb_acl.a")})])
	fx.verdicts(own) == set()
	later := rule.findings with input as fx.stack([fx.res("aws_memorydb_cluster.m", {"acl_name": fx.expression})])
	fx.verdicts(later) == {["aws_memorydb_cluster.m", "unknown", "expression-unresolved"]}
}

test_broker_that_takes_anybody_fails if {
	absent := rule.findings with input as fx.stack([fx.res("aws_msk_cluster.k", {})])
	fx.verdicts(absent) == {["aws_msk_cluster.k", "fail", "absent"]}
	anybody := rule.findings with input as fx.stack([fx.res("aws_msk_cluster.k", {"client_authentication": [{"unauthenticated": true}]})])
	fx.verdicts(anybody) == {["aws_msk_cluster.k", "fail", "not-allowed"]}
	roles := rule.findings with input as fx.stack([fx.res("aws_msk_cluster.k", {"client_authentication": [{"sasl": [{"iam": true}]}]})])
	fx.verdicts(roles) == set()
	later := rule.findings with input as fx.stack([fx.res("aws_msk_cluster.k", {"client_authentication": fx.expression})])
	fx.verdicts(later) == {["aws_msk_cluster.k", "unknown", "expression-unresolved"]}
}

broker(clients) := fx.verdicts(findings) if {
	findings := rule.findings with input as fx.stack([fx.res("aws_msk_cluster.k", {"client_authentication": [clients]})])
}

test_broker_on_which_no_way_of_asking_is_on_fails if {
	every clients in [
		{"sasl": [{"iam": false}]},
		{"sasl": [{"iam": false, "scram": null}], "unauthenticated": null},
		{"tls": [{"certificate_authority_arns": []}], "sasl": []},
		{"tls": [], "sasl": []},
	] {
		broker(clients) == {["aws_msk_cluster.k", "fail", "asks-nobody"]}
	}
}

test_broker_that_asks_in_one_way_passes if {
	every clients in [
		{"sasl": [{"iam": false, "scram": true}]},
		{"tls": [{"certificate_authority_arns": ["arn:aws:acm-pca:eu-central-1:123456789012:certificate-authority/1"]}]},
		{"tls": [{"certificate_authority_arns": [fx.ref("aws_acmpca_certificate_authority.a")]}]},
		{"sasl": [{"iam": fx.expression, "scram": true}]},
	] {
		broker(clients) == set()
	}
}

test_broker_that_may_ask_is_unknown if {
	broker({"sasl": [{"iam": fx.expression}]}) == {["aws_msk_cluster.k", "unknown", "expression-unresolved"]}
}

user(values) := fx.stack([fx.res("aws_elasticache_user.u", values)])

test_user_without_password_fails if {
	old := rule.findings with input as user({"access_string": "on ~* +@all", "no_password_required": true})
	fx.verdicts(old) == {["aws_elasticache_user.u", "fail", "not-allowed"]}
	new := rule.findings with input as user({"access_string": "on ~* +@all", "authentication_mode": [{"type": "no-password-required"}]})
	fx.verdicts(new) == {["aws_elasticache_user.u", "fail", "not-allowed"]}
	iam := rule.findings with input as user({"access_string": "on ~* +@all", "authentication_mode": [{"type": "iam"}]})
	fx.verdicts(iam) == set()
}

test_user_that_is_switched_off_passes if {
	findings := rule.findings with input as user({"access_string": "off -@all", "no_password_required": true})
	fx.verdicts(findings) == set()
}

test_user_that_may_be_switched_off_is_unknown if {
	findings := rule.findings with input as user({"access_string": fx.expression, "no_password_required": true})
	fx.verdicts(findings) == {["aws_elasticache_user.u", "unknown", "expression-unresolved"]}
}

test_user_whose_way_is_known_only_later_is_unknown if {
	findings := rule.findings with input as user({"access_string": "on ~* +@all", "authentication_mode": [{"type": fx.expression}]})
	fx.verdicts(findings) == {["aws_elasticache_user.u", "unknown", "expression-unresolved"]}
}

test_user_that_needs_a_password_passes_whatever_it_may if {
	findings := rule.findings with input as user({"access_string": fx.expression, "authentication_mode": [{"type": "password"}]})
	fx.verdicts(findings) == set()
}

serverless(values) := fx.stack([fx.res("aws_elasticache_serverless_cache.s", object.union({"engine": "valkey"}, values))])

test_serverless_cache_without_user_group_fails if {
	absent := rule.findings with input as serverless({})
	fx.verdicts(absent) == {["aws_elasticache_serverless_cache.s", "fail", "absent"]}
	own := rule.findings with input as serverless({"user_group_id": fx.ref("aws_elasticache_user_group.g")})
	fx.verdicts(own) == set()
	later := rule.findings with input as serverless({"user_group_id": fx.expression})
	fx.verdicts(later) == {["aws_elasticache_serverless_cache.s", "unknown", "expression-unresolved"]}
}

test_serverless_memcached_has_no_users if {
	findings := rule.findings with input as serverless({"engine": "memcached"})
	fx.verdicts(findings) == {["aws_elasticache_serverless_cache.s", "not-applicable", "engine-without-users"]}
}

test_member_of_a_global_datastore_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.x", {"global_replication_group_id": fx.ref("aws_elasticache_global_replication_group.g")})])
	fx.verdicts(findings) == {["aws_elasticache_replication_group.x", "unknown", "reference-unresolved"]}
}

test_may_be_a_member_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.x", {"global_replication_group_id": fx.expression})])
	fx.verdicts(findings) == {["aws_elasticache_replication_group.x", "unknown", "expression-unresolved"]}
}
