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
