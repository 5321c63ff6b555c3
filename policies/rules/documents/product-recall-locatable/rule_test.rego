package bulwark.rules_test.product_recall_locatable

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.product_recall_locatable as rule

test_indexed_fleet_passes if {
	findings := rule.findings with input as fx.dossier([docs.product, fx.res("aws_iot_indexing_configuration.index", {"thing_indexing_configuration": [{"thing_indexing_mode": "REGISTRY"}]}), fx.res("aws_iot_thing_group.quarantine", {"name": "quarantine", "tags": {"bulwark:role": "quarantine"}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_stack_without_index_fails if {
	findings := rule.findings with input as fx.dossier([docs.product, fx.res("aws_iot_thing_group.quarantine", {"name": "quarantine", "tags": {"bulwark:role": "quarantine"}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "no-way-to-find-the-devices-of-a-batch"]}
}

test_without_a_stack_unknown if {
	findings := rule.findings with input as fx.dossier([docs.product]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "unknown", "no-stack-in-the-input"]}
}

test_registry_table_passes if {
	findings := rule.findings with input as fx.dossier([docs.product, fx.res("aws_dynamodb_table.t", {"tags": {"bulwark:data-class": "identity"}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_an_index_whose_mode_is_unresolved_is_unknown if {
	findings := rule.findings with input as fx.dossier([docs.product, fx.res("aws_iot_indexing_configuration.index", {"thing_indexing_configuration": [{"thing_indexing_mode": fx.expression}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "unknown", "the-stack-is-not-known-before-apply"]}
}
