package bulwark.rules_test.data_class_tagged

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.data_class_tagged as rule

test_tagged_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dynamodb_table.t", {"tags": {"bulwark:data-class": "identity"}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_default_tags_pass if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dynamodb_table.t", {"tags_all": {"bulwark:data-class": "identity"}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_untagged_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dynamodb_table.t", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_dynamodb_table.t", "fail", "absent"]}
}

test_other_tags_fail if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dynamodb_table.t", {"tags": {"owner": "me"}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_dynamodb_table.t", "fail", "absent"]}
}

test_null_tags_fail if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dynamodb_table.t", {"tags": null})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_dynamodb_table.t", "fail", "absent"]}
}

test_unresolved_tags_are_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dynamodb_table.t", {"tags": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_dynamodb_table.t", "unknown", "expression-unresolved"]}
}

test_an_empty_class_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue.q", {"tags": {"bulwark:data-class": ""}})])
	fx.verdicts(findings) == {["aws_sqs_queue.q", "fail", "absent"]}
}
