package bulwark.rules_test.provider_no_static_credentials

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.provider_no_static_credentials as rule

provider(values) := {"address": "provider.aws", "type": "Provider/aws", "mode": "managed", "values": values}

test_a_role_passes if {
	findings := rule.findings with input as fx.stack([provider({"region": "eu-central-1", "assume_role": [{"role_arn": "arn:aws:iam::123456789012:role/deploy"}]})])
	fx.verdicts(findings) == set()
}

test_keys_written_out_fail if {
	findings := rule.findings with input as fx.stack([provider({"access_key": rule.written_out, "secret_key": rule.written_out})])
	fx.verdicts(findings) == {["provider.aws", "fail", "secret-written-out"]}
	fx.details(findings) == {["provider.aws", "access_key"], ["provider.aws", "secret_key"]}
}

test_a_token_in_a_block_fails if {
	findings := rule.findings with input as fx.stack([provider({"assume_role_with_web_identity": [{"web_identity_token": rule.written_out}]})])
	fx.details(findings) == {["provider.aws", "assume_role_with_web_identity.web_identity_token"]}
}

test_the_other_provider_of_aws_fails_likewise if {
	findings := rule.findings with input as fx.stack([object.union(provider({"access_key": rule.written_out}), {"type": "Provider/awscc", "address": "provider.awscc"})])
	fx.verdicts(findings) == {["provider.awscc", "fail", "secret-written-out"]}
}

test_a_placeholder_passes if {
	findings := rule.findings with input as fx.stack([provider({"access_key": "(a placeholder, not shown)"})])
	fx.verdicts(findings) == set()
}

test_given_from_outside_passes if {
	findings := rule.findings with input as fx.stack([provider({"secret_key": {"$unknown": "reference", "refs": []}})])
	fx.verdicts(findings) == set()
}

test_an_expression_is_unknown if {
	findings := rule.findings with input as fx.stack([provider({"secret_key": fx.expression})])
	fx.verdicts(findings) == {["provider.aws", "unknown", "expression-unresolved"]}
}
