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
