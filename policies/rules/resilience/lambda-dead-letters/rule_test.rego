package bulwark.rules_test.lambda_dead_letters

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.lambda_dead_letters as rule

test_dead_letters_pass if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.f", {"dead_letter_config": [{"target_arn": fx.ref("aws_sqs_queue.q")}]}), fx.res("aws_iot_topic_rule.t", {"lambda": [{"function_arn": fx.ref("aws_lambda_function.f")}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_destination_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.f", {}), fx.res("aws_iot_topic_rule.t", {"lambda": [{"function_arn": fx.ref("aws_lambda_function.f")}]}), fx.res("aws_lambda_function_event_invoke_config.c", {"function_name": fx.ref("aws_lambda_function.f"), "destination_config": [{"on_failure": [{"destination": "x"}]}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_async_without_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.f", {}), fx.res("aws_iot_topic_rule.t", {"lambda": [{"function_arn": fx.ref("aws_lambda_function.f")}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_lambda_function.f", "fail", "absent"]}
}

test_hook_is_not_applicable if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.f", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_lambda_function.f", "not-applicable", "not-invoked-asynchronously"]}
}

test_unresolved_block_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.f", {"dead_letter_config": fx.expression}), fx.res("aws_iot_topic_rule.t", {"lambda": [{"function_arn": fx.ref("aws_lambda_function.f")}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_lambda_function.f", "unknown", "expression-unresolved"]}
}

test_every_asynchronous_caller_counts if {
	every caller in [
		fx.res("aws_cloudwatch_event_target.e", {"arn": fx.ref("aws_lambda_alias.a")}),
		fx.res("aws_scheduler_schedule.s", {"target": [{"arn": fx.ref("aws_lambda_function.f")}]}),
		fx.res("aws_cloudwatch_log_subscription_filter.l", {"destination_arn": fx.ref("aws_lambda_function.f")}),
	] {
		findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.f", {}), fx.res("aws_lambda_alias.a", {"name": "live", "function_name": fx.ref("aws_lambda_function.f")}), caller])
		fx.verdicts(findings) == {["aws_lambda_function.f", "fail", "absent"]}
	}
}

test_an_alias_that_nobody_calls_does_not_count if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.f", {}), fx.res("aws_lambda_alias.a", {"name": "live", "function_name": fx.ref("aws_lambda_function.f")})])
	fx.verdicts(findings) == {["aws_lambda_function.f", "not-applicable", "not-invoked-asynchronously"]}
}

test_one_of_several_aliases_by_reference_counts if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_lambda_function.f", {}),
		fx.res(`aws_lambda_alias.a["live"]`, {"name": "live", "function_name": fx.ref("aws_lambda_function.f")}),
		fx.res("aws_cloudwatch_event_target.e", {"arn": fx.ref("aws_lambda_alias.a")}),
	])
	fx.verdicts(findings) == {["aws_lambda_function.f", "fail", "absent"]}
}

test_an_alias_beside_a_function_that_is_called_does_not_count if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_lambda_function.f", {}),
		fx.res("aws_lambda_alias.a", {"name": "live", "function_name": fx.ref("aws_lambda_function.f")}),
		fx.res("aws_lambda_function.g", {}),
		fx.res("aws_cloudwatch_event_target.e", {"arn": fx.ref("aws_lambda_function.g")}),
	])
	fx.verdicts(findings) == {["aws_lambda_function.f", "not-applicable", "not-invoked-asynchronously"], ["aws_lambda_function.g", "fail", "absent"]}
}
