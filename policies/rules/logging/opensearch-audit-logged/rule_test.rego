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

judged(blocks) := fx.verdicts(findings) if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticsearch_domain.x", {"log_publishing_options": blocks})])
}

test_unresolved_block_of_another_log_or_switched_off_fails if {
	every block in [
		{"log_type": "INDEX_SLOW_LOGS", "enabled": fx.expression},
		{"log_type": fx.expression, "enabled": false},
	] {
		judged([block]) == {["aws_elasticsearch_domain.x", "fail", "absent"]}
	}
}

test_switch_that_is_not_known_is_unknown if {
	judged([{"log_type": "AUDIT_LOGS", "enabled": fx.expression}]) == {["aws_elasticsearch_domain.x", "unknown", "expression-unresolved"]}
}

test_unresolved_block_beside_the_log_passes if {
	judged([{"log_type": "AUDIT_LOGS", "enabled": true}, {"log_type": fx.expression, "enabled": fx.expression}]) == set()
}

test_blocks_that_are_not_known_are_unknown if {
	judged(fx.expression) == {["aws_elasticsearch_domain.x", "unknown", "expression-unresolved"]}
}
