package bulwark.rules_test.iot_events_published

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_events_published as rule

test_on_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_event_configurations.e", {"event_configurations": {"CA_CERTIFICATE": true, "CERTIFICATE": true, "JOB_EXECUTION": true, "POLICY": true}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_event_configurations.e", {"event_configurations": {"CA_CERTIFICATE": true, "CERTIFICATE": true, "JOB_EXECUTION": false, "POLICY": true}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_event_configurations.e", "fail", "disabled"]}
}

test_left_out_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_event_configurations.e", {"event_configurations": {"CA_CERTIFICATE": true, "CERTIFICATE": true, "JOB_EXECUTION": null, "POLICY": true}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_event_configurations.e", "fail", "absent"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_event_configurations.e", {"event_configurations": {"CA_CERTIFICATE": true, "CERTIFICATE": true, "JOB_EXECUTION": fx.expression, "POLICY": true}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_event_configurations.e", "unknown", "expression-unresolved"]}
}

test_unresolved_map_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_event_configurations.e", {"event_configurations": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_event_configurations.e", "unknown", "expression-unresolved"]}
}
