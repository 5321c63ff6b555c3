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
