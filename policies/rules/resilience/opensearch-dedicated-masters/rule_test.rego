package bulwark.rules_test.opensearch_dedicated_masters

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.opensearch_dedicated_masters as rule

test_three_pass if {
	findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain.x", {"cluster_config": [{"dedicated_master_enabled": true, "dedicated_master_count": 3}]})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain.x", {})])
	fx.verdicts(findings) == {["aws_opensearch_domain.x", "fail", "absent"]}
}

test_two_fail if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticsearch_domain.x", {"cluster_config": [{"dedicated_master_enabled": true, "dedicated_master_count": 2}]})])
	fx.verdicts(findings) == {["aws_elasticsearch_domain.x", "fail", "below-baseline"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain.x", {"cluster_config": [{"dedicated_master_enabled": fx.expression}]})])
	fx.verdicts(findings) == {["aws_opensearch_domain.x", "unknown", "expression-unresolved"]}
}
