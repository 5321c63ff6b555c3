package bulwark.rules_test.secret_value_not_in_state

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.secret_value_not_in_state as rule

test_write_only_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_secretsmanager_secret_version.x", {"secret_string_wo_version": 1})])
	fx.verdicts(findings) == set()
}

test_string_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_secretsmanager_secret_version.x", {"secret_string": {"$unknown": "sensitive", "refs": []}})])
	fx.verdicts(findings) == {["aws_secretsmanager_secret_version.x", "fail", "secret-in-state"]}
}

test_secure_parameter_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_parameter.p", {"type": "SecureString", "value": "x"})])
	fx.verdicts(findings) == {["aws_ssm_parameter.p", "fail", "secret-in-state"]}
}

test_plain_parameter_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_parameter.p", {"type": "String", "value": "x"})])
	fx.verdicts(findings) == set()
}

test_unresolved_type_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_parameter.p", {"type": fx.expression, "value": "x"})])
	fx.verdicts(findings) == {["aws_ssm_parameter.p", "unknown", "expression-unresolved"]}
}

test_tokens_of_builds_and_pipelines_fail if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_codebuild_source_credential.c", {"auth_type": "PERSONAL_ACCESS_TOKEN", "token": {"$unknown": "sensitive", "refs": []}}),
		fx.res("aws_codepipeline_webhook.w", {"authentication": "GITHUB_HMAC", "authentication_configuration": [{"secret_token": {"$unknown": "sensitive", "refs": []}}]}),
		fx.res("aws_codepipeline.p", {"stage": [{"action": [{"provider": "GitHub", "configuration": {"OAuthToken": fx.ref("data.aws_ssm_parameter.token")}}]}]}),
	])
	fx.verdicts(findings) == {
		["aws_codebuild_source_credential.c", "fail", "secret-in-state"],
		["aws_codepipeline_webhook.w", "fail", "secret-in-state"],
		["aws_codepipeline.p", "fail", "secret-in-state"],
	}
}

test_connections_of_builds_and_pipelines_pass if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_codebuild_source_credential.c", {"auth_type": "CODECONNECTIONS", "token": "arn:aws:codeconnections:eu-central-1:111122223333:connection/x"}),
		fx.res("aws_codepipeline_webhook.w", {"authentication": "IP", "authentication_configuration": [{"allowed_ip_range": "192.0.2.0/24"}]}),
		fx.res("aws_codepipeline.p", {"stage": [{"action": [{"provider": "CodeStarSourceConnection", "configuration": {"ConnectionArn": "arn:x"}}]}]}),
	])
	fx.verdicts(findings) == set()
}

test_a_credential_of_nobody_knows_which_kind_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_codebuild_source_credential.c", {"auth_type": fx.expression, "token": "x"})])
	fx.verdicts(findings) == {["aws_codebuild_source_credential.c", "unknown", "expression-unresolved"]}
}
