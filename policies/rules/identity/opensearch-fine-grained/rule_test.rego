package bulwark.rules_test.opensearch_fine_grained

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.opensearch_fine_grained as rule

test_on_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain.x", {"advanced_security_options": [{"enabled": true}]})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain.x", {})])
	fx.verdicts(findings) == {["aws_opensearch_domain.x", "fail", "absent"]}
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain.x", {"advanced_security_options": [{"enabled": false}]})])
	fx.verdicts(findings) == {["aws_opensearch_domain.x", "fail", "disabled"]}
}

test_on_elasticsearch_domain_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticsearch_domain.x", {"advanced_security_options": [{"enabled": true}]})])
	fx.verdicts(findings) == set()
}

test_default_elasticsearch_domain_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticsearch_domain.x", {})])
	fx.verdicts(findings) == {["aws_elasticsearch_domain.x", "fail", "absent"]}
}

test_off_elasticsearch_domain_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticsearch_domain.x", {"advanced_security_options": [{"enabled": false}]})])
	fx.verdicts(findings) == {["aws_elasticsearch_domain.x", "fail", "disabled"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain.x", {"advanced_security_options": [{"enabled": fx.expression}]})])
	fx.verdicts(findings) == {["aws_opensearch_domain.x", "unknown", "expression-unresolved"]}
}
