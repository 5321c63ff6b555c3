package bulwark.rules_test.cloudtrail_to_logs

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.cloudtrail_to_logs as rule

test_written_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudtrail.t", {"cloud_watch_logs_group_arn": fx.template("${aws_cloudwatch_log_group.g.arn}:*", ["aws_cloudwatch_log_group.g"])})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_absent_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudtrail.t", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudtrail.t", "fail", "absent"]}
}

test_empty_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudtrail.t", {"cloud_watch_logs_group_arn": ""})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudtrail.t", "fail", "absent"]}
}

test_expression_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudtrail.t", {"cloud_watch_logs_group_arn": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudtrail.t", "unknown", "expression-unresolved"]}
}
