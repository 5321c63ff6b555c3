package bulwark.rules_test.opensearch_updates

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.opensearch_updates as rule

judged(values) := fx.verdicts(findings) if {
	findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain.d", values)])
}

test_on_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain.d", {"software_update_options": [{"auto_software_update_enabled": true}]})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	judged({}) == {["aws_opensearch_domain.d", "fail", "absent"]}
	judged({"software_update_options": []}) == {["aws_opensearch_domain.d", "fail", "absent"]}
	judged({"software_update_options": [{}]}) == {["aws_opensearch_domain.d", "fail", "absent"]}
}

test_off_fails if judged({"software_update_options": [{"auto_software_update_enabled": false}]}) == {["aws_opensearch_domain.d", "fail", "disabled"]}

test_unresolved_is_unknown if {
	judged({"software_update_options": [{"auto_software_update_enabled": fx.expression}]}) == {["aws_opensearch_domain.d", "unknown", "expression-unresolved"]}
	judged({"software_update_options": fx.expression}) == {["aws_opensearch_domain.d", "unknown", "expression-unresolved"]}
}

test_elasticsearch_has_no_switch if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticsearch_domain.d", {})])
	fx.verdicts(findings) == set()
}
