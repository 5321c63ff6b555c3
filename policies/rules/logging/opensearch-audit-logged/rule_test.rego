package bulwark.rules_test.opensearch_audit_logged

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.opensearch_audit_logged as rule

test_audit_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain.x", {"log_publishing_options": [{"log_type": "AUDIT_LOGS"}]})])
	fx.verdicts(findings) == set()
}

test_none_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain.x", {})])
	fx.verdicts(findings) == {["aws_opensearch_domain.x", "fail", "absent"]}
}

test_other_log_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain.x", {"log_publishing_options": [{"log_type": "INDEX_SLOW_LOGS"}]})])
	fx.verdicts(findings) == {["aws_opensearch_domain.x", "fail", "absent"]}
}

test_switched_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain.x", {"log_publishing_options": [{"log_type": "AUDIT_LOGS", "enabled": false}]})])
	fx.verdicts(findings) == {["aws_opensearch_domain.x", "fail", "absent"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain.x", {"log_publishing_options": [{"log_type": fx.expression}]})])
	fx.verdicts(findings) == {["aws_opensearch_domain.x", "unknown", "expression-unresolved"]}
}
