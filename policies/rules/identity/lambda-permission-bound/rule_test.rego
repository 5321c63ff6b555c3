package bulwark.rules_test.lambda_permission_bound

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.lambda_permission_bound as rule

test_bound_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_permission.p", {"principal": "iot.amazonaws.com", "source_arn": fx.ref("aws_iot_topic_rule.t")})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_account_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_permission.p", {"principal": "123456789012"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_service_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_permission.p", {"principal": "iot.amazonaws.com"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_lambda_permission.p", "fail", "no-source"]}
}

test_everyone_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_permission.p", {"principal": "*"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_lambda_permission.p", "fail", "no-source"]}
}

test_unresolved_principal_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_permission.p", {"principal": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_lambda_permission.p", "unknown", "expression-unresolved"]}
}

test_every_action_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_permission.p", {"action": "lambda:*", "principal": "iot.amazonaws.com", "source_account": "123456789012"})])
	fx.verdicts(findings) == {["aws_lambda_permission.p", "fail", "wildcard-action"]}
}

test_an_empty_source_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_permission.p", {"action": "lambda:InvokeFunction", "principal": "iot.amazonaws.com", "source_account": ""})])
	fx.verdicts(findings) == {["aws_lambda_permission.p", "fail", "no-source"]}
}

permission(values) := fx.stack([fx.res("aws_lambda_permission.p", object.union({"action": "lambda:InvokeFunction", "principal": "s3.amazonaws.com"}, values))])

test_the_arn_of_anyone_fails if {
	every arn in ["*", "arn:aws:s3:::*", "arn:aws:s3:::telemetry-*", "arn:aws:events:*:*:rule/*", "arn:aws:events:*:???:rule/*"] {
		findings := rule.findings with input as permission({"source_arn": arn})
		fx.verdicts(findings) == {["aws_lambda_permission.p", "fail", "no-source"]}
	}
}

test_the_arn_of_one_account_or_bucket_passes if {
	every values in [
		{"source_arn": "arn:aws:s3:::telemetry"},
		{"source_arn": "arn:aws:execute-api:eu-central-1:111122223333:api/*/*"},
		{"source_arn": "arn:aws:s3:::*", "source_account": "111122223333"},
		{"source_arn": "arn:aws:s3:::*", "principal": "111122223333"},
		{"source_arn": fx.template("${aws_api_gateway_rest_api.a.execution_arn}/*/*", ["aws_api_gateway_rest_api.a"])},
	] {
		findings := rule.findings with input as permission(values)
		fx.verdicts(findings) == set()
	}
}

test_services_in_china_need_a_source_too if {
	findings := rule.findings with input as permission({"principal": "events.amazonaws.com.cn"})
	fx.verdicts(findings) == {["aws_lambda_permission.p", "fail", "no-source"]}
}

test_a_voice_assistant_without_the_token_of_a_skill_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_permission.p", {"principal": "alexa-connectedhome.amazon.com", "action": "lambda:InvokeFunction"})])
	fx.verdicts(findings) == {["aws_lambda_permission.p", "fail", "no-source"]}
}

test_a_voice_assistant_with_the_token_of_a_skill_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_permission.p", {"principal": "alexa-appkit.amazon.com", "action": "lambda:InvokeFunction", "event_source_token": "amzn1.ask.skill.1"})])
	fx.verdicts(findings) == set()
}

test_a_token_that_nobody_knows_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_permission.p", {"principal": "alexa-appkit.amazon.com", "action": "lambda:InvokeFunction", "event_source_token": fx.expression})])
	fx.verdicts(findings) == {["aws_lambda_permission.p", "unknown", "expression-unresolved"]}
}
