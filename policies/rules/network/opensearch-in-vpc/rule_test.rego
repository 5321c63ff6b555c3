package bulwark.rules_test.opensearch_in_vpc

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.opensearch_in_vpc as rule

test_in_a_vpc_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain.x", {"vpc_options": [{"subnet_ids": ["s"]}]})])
	fx.verdicts(findings) == set()
}

test_public_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain.x", {})])
	fx.verdicts(findings) == {["aws_opensearch_domain.x", "fail", "absent"]}
}

test_old_type_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticsearch_domain.x", {})])
	fx.verdicts(findings) == {["aws_elasticsearch_domain.x", "fail", "absent"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain.x", {"vpc_options": fx.expression})])
	fx.verdicts(findings) == {["aws_opensearch_domain.x", "unknown", "expression-unresolved"]}
}

network_policy(public) := fx.stack([fx.res("aws_opensearchserverless_security_policy.p", {"type": "network", "policy": [{"Rules": [], "AllowFromPublic": public}]})])

test_serverless_collection_open_to_the_public_fails if {
	open := rule.findings with input as network_policy(true)
	fx.verdicts(open) == {["aws_opensearchserverless_security_policy.p", "fail", "public"]}
	closed := rule.findings with input as network_policy(false)
	fx.verdicts(closed) == set()
	later := rule.findings with input as network_policy(fx.expression)
	fx.verdicts(later) == {["aws_opensearchserverless_security_policy.p", "unknown", "expression-unresolved"]}
	opaque := rule.findings with input as fx.stack([fx.res("aws_opensearchserverless_security_policy.p", {"type": "network", "policy": fx.opaque})])
	fx.verdicts(opaque) == {["aws_opensearchserverless_security_policy.p", "unknown", "opaque-document"]}
}

policy_of(type, public) := fx.stack([fx.res("aws_opensearchserverless_security_policy.p", {"type": type, "policy": [{"Rules": [], "AllowFromPublic": public}]})])

test_a_policy_of_another_type_passes if {
	findings := rule.findings with input as policy_of("encryption", true)
	fx.verdicts(findings) == set()
	later := rule.findings with input as policy_of("encryption", fx.expression)
	fx.verdicts(later) == set()
}

test_a_policy_of_nobody_knows_which_type_is_unknown if {
	open := rule.findings with input as policy_of(fx.expression, true)
	{[fact.verdict, fact.path] | some fact in open} == {["unknown", "type"]}
	closed := rule.findings with input as policy_of(fx.expression, false)
	fx.verdicts(closed) == set()
}
