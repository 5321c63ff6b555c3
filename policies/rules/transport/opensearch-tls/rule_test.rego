package bulwark.rules_test.opensearch_tls

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.opensearch_tls as rule

test_current_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain.x", {"domain_endpoint_options": [{"enforce_https": true, "tls_security_policy": "Policy-Min-TLS-1-2-PFS-2023-10"}]})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain.x", {})])
	fx.verdicts(findings) == {["aws_opensearch_domain.x", "fail", "absent"]}
}

test_http_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain.x", {"domain_endpoint_options": [{"enforce_https": false, "tls_security_policy": "Policy-Min-TLS-1-2-2019-07"}]})])
	fx.verdicts(findings) == {["aws_opensearch_domain.x", "fail", "disabled"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain.x", {"domain_endpoint_options": [{"tls_security_policy": fx.expression}]})])
	fx.verdicts(findings) == {["aws_opensearch_domain.x", "unknown", "expression-unresolved"]}
}
