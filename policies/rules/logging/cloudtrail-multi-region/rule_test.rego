package bulwark.rules_test.cloudtrail_multi_region

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.cloudtrail_multi_region as rule

test_on_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudtrail.t", {"is_multi_region_trail": true})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudtrail.t", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudtrail.t", "fail", "absent"]}
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudtrail.t", {"is_multi_region_trail": false})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudtrail.t", "fail", "disabled"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudtrail.t", {"is_multi_region_trail": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudtrail.t", "unknown", "expression-unresolved"]}
}

trail(name, values) := fx.res(concat("", ["aws_cloudtrail.", name]), object.union({"is_multi_region_trail": true}, values))

data_only := [{"field_selector": [{"field": "eventCategory", "equals": ["Data"]}, {"field": "resources.type", "equals": ["AWS::S3::Object"]}]}]

test_no_management_events_fail if {
	every values in [
		{"event_selector": [{"include_management_events": false}]},
		{"event_selector": [{"read_write_type": "WriteOnly"}]},
		{"event_selector": [{"read_write_type": "ReadOnly", "include_management_events": true}]},
		{"advanced_event_selector": data_only},
		{"advanced_event_selector": [{"field_selector": [{"field": "eventCategory", "equals": ["Management"]}, {"field": "readOnly", "equals": ["false"]}]}]},
		{"advanced_event_selector": [{"field_selector": [{"field": "eventCategory", "equals": ["Management"]}, {"field": "eventSource", "equals": ["kms.amazonaws.com"]}]}]},
		{"advanced_event_selector": [{"field_selector": [{"field": "eventCategory", "equals": ["Management"]}, {"field": "eventName", "equals": ["CreateUser"]}]}]},
	] {
		findings := rule.findings with input as fx.stack([trail("t", values)])
		fx.verdicts(findings) == {["aws_cloudtrail.t", "fail", "no-management-events"]}
	}
}

test_management_events_pass if {
	every values in [
		{"event_selector": [], "advanced_event_selector": []},
		{"event_selector": [{"read_write_type": "All", "include_management_events": true, "exclude_management_event_sources": ["kms.amazonaws.com"]}]},
		{"event_selector": [{"data_resource": [{"type": "AWS::S3::Object", "values": [fx.ref("aws_s3_bucket.b")]}]}]},
		{"advanced_event_selector": array.concat(data_only, [{"field_selector": [{"field": "eventCategory", "equals": ["Management"]}, {"field": "eventSource", "not_equals": ["kms.amazonaws.com"]}]}])},
	] {
		findings := rule.findings with input as fx.stack([trail("t", values)])
		fx.verdicts(findings) == set()
	}
}

test_a_trail_for_data_events_beside_another_passes if {
	findings := rule.findings with input as fx.stack([trail("t", {}), trail("data", {"advanced_event_selector": data_only})])
	fx.verdicts(findings) == set()
}

test_a_trail_switched_off_is_told_by_another_rule if {
	findings := rule.findings with input as fx.stack([trail("t", {"enable_logging": false}), trail("data", {"advanced_event_selector": data_only})])
	fx.verdicts(findings) == set()
}

test_an_unresolved_selector_is_unknown if {
	every values in [
		{"event_selector": [{"include_management_events": fx.expression}]},
		{"event_selector": [{"read_write_type": fx.expression}]},
		{"advanced_event_selector": fx.expression},
	] {
		findings := rule.findings with input as fx.stack([trail("t", values)])
		fx.verdicts(findings) == {["aws_cloudtrail.t", "unknown", "expression-unresolved"]}
	}
}

test_an_unresolved_selector_beside_a_whole_trail_passes if {
	findings := rule.findings with input as fx.stack([trail("t", {}), trail("u", {"event_selector": [{"read_write_type": fx.expression}]})])
	fx.verdicts(findings) == set()
}
