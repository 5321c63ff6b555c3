package bulwark.rules_test.iot_audit_frequent

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_audit_frequent as rule

test_daily_passes if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::ScheduledAudit", {"Frequency": "DAILY"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_monthly_fails if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::ScheduledAudit", {"Frequency": "MONTHLY"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "fail", "not-allowed"]}
}

test_no_frequency_fails if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::ScheduledAudit", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "fail", "absent"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::ScheduledAudit", {"Frequency": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "unknown", "expression-unresolved"]}
}
