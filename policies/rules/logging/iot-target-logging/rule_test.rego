package bulwark.rules_test.iot_target_logging

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_target_logging as rule

test_debug_passes if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::ResourceSpecificLogging", {"LogLevel": "DEBUG"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_disabled_fails if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::ResourceSpecificLogging", {"LogLevel": "DISABLED"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "fail", "not-allowed"]}
}

test_errors_only_fail if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::ResourceSpecificLogging", {"LogLevel": "ERROR"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "fail", "not-allowed"]}
}

test_none_fails if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::ResourceSpecificLogging", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "fail", "absent"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::ResourceSpecificLogging", {"LogLevel": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "unknown", "expression-unresolved"]}
}
