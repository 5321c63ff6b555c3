package bulwark.rules_test.iot_logging_enabled

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_logging_enabled as rule

test_info_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_logging_options.l", {"default_log_level": "INFO"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_error_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_logging_options.l", {"default_log_level": "ERROR"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_logging_options.l", "fail", "not-allowed"]}
}

test_all_disabled_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_logging_options.l", {"default_log_level": "INFO", "disable_all_logs": true})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_logging_options.l", "fail", "not-allowed"]}
}

test_unresolved_level_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_logging_options.l", {"default_log_level": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_logging_options.l", "unknown", "expression-unresolved"]}
}

test_levels_of_cloudformation if {
	levels := {"off": "DISABLED", "errors": "ERROR", "info": "INFO", "later": fx.expression}
	findings := rule.findings with input as fx.stack([fx.cc(name, "AWS::IoT::Logging", {"DefaultLogLevel": level}) | some name, level in levels]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {
		["aws_cloudcontrolapi_resource.off", "fail", "not-allowed"],
		["aws_cloudcontrolapi_resource.errors", "fail", "not-allowed"],
		["aws_cloudcontrolapi_resource.later", "unknown", "expression-unresolved"],
	}
}
