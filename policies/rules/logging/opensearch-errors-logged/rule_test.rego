package bulwark.rules_test.opensearch_errors_logged

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.opensearch_errors_logged as rule

types := ["aws_opensearch_domain", "aws_elasticsearch_domain"]

judged(type, values) := {[verdict, reason] | some [_, verdict, reason] in fx.verdicts(findings)} if {
	findings := rule.findings with input as fx.stack([fx.res(concat("", [type, ".d"]), values)])
}

test_errors_pass if {
	findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain.d", {"log_publishing_options": [{"log_type": "AUDIT_LOGS"}, {"log_type": "ES_APPLICATION_LOGS", "enabled": true}]})])
	fx.verdicts(findings) == set()
	every type in types {
		judged(type, {"log_publishing_options": [{"log_type": "ES_APPLICATION_LOGS"}]}) == set()
	}
}

test_none_fails if {
	every type in types {
		judged(type, {}) == {["fail", "absent"]}
		judged(type, {"log_publishing_options": []}) == {["fail", "absent"]}
	}
}

test_other_logs_fail if judged("aws_opensearch_domain", {"log_publishing_options": [{"log_type": "AUDIT_LOGS"}, {"log_type": "INDEX_SLOW_LOGS"}]}) == {["fail", "absent"]}

test_switched_off_fails if judged("aws_elasticsearch_domain", {"log_publishing_options": [{"log_type": "ES_APPLICATION_LOGS", "enabled": false}]}) == {["fail", "absent"]}

test_unresolved_is_unknown if {
	judged("aws_opensearch_domain", {"log_publishing_options": [{"log_type": fx.expression}]}) == {["unknown", "expression-unresolved"]}
	judged("aws_elasticsearch_domain", {"log_publishing_options": [{"log_type": "ES_APPLICATION_LOGS", "enabled": fx.expression}]}) == {["unknown", "expression-unresolved"]}
	judged("aws_opensearch_domain", {"log_publishing_options": fx.expression}) == {["unknown", "expression-unresolved"]}
}

test_unresolved_switch_of_another_log_fails if {
	judged("aws_opensearch_domain", {"log_publishing_options": [{"log_type": "AUDIT_LOGS", "enabled": fx.expression}]}) == {["fail", "absent"]}
}
