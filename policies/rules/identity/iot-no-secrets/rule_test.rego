package bulwark.rules_test.iot_no_secrets

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_no_secrets as rule

thing(attributes) := fx.stack([fx.res("aws_iot_thing.t", {"name": "t", "attributes": attributes})])

command(content) := fx.stack([fx.cc("r", "AWS::IoT::Command", {"Payload": {"Content": content}})])

test_plain_facts_pass if {
	findings := rule.findings with input as thing({"serial": "SN1", "secret_arn": "arn:aws:secretsmanager:x"})
	fx.verdicts(findings) == set()
}

test_nothing_at_all_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_thing.t", {"name": "t"}), fx.cc("r", "AWS::IoT::Command", {}), fx.cc("j", "AWS::IoT::JobTemplate", {})])
	fx.verdicts(findings) == set()
}

test_a_password_of_a_thing_fails if {
	findings := rule.findings with input as thing({"wifi_password": "hunter22"})
	fx.verdicts(findings) == {["aws_iot_thing.t", "fail", "secret-written-out"]}
	fx.details(findings) == {["aws_iot_thing.t", "wifi_password"]}
}

test_a_token_deep_in_a_payload_fails if {
	findings := rule.findings with input as command(`{"steps": [{"auth_token": "abc123"}]}`)
	fx.details(findings) == {["aws_cloudcontrolapi_resource.r", "steps.0.auth_token"]}
}

test_a_token_in_a_base64_payload_fails if {
	findings := rule.findings with input as command(base64.encode(`{"auth_token": "abc123"}`))
	fx.details(findings) == {["aws_cloudcontrolapi_resource.r", "auth_token"]}
}

test_a_private_key_in_a_text_fails if {
	findings := rule.findings with input as command("-----BEGIN EC PRIVATE KEY-----")
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "fail", "secret-written-out"]}
}

test_a_job_document_already_read_fails if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::JobTemplate", {"Document": {"password": "hunter22"}})])
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "fail", "secret-written-out"]}
}

test_unresolved_attributes_are_unknown if {
	findings := rule.findings with input as thing(fx.expression)
	fx.verdicts(findings) == {["aws_iot_thing.t", "unknown", "expression-unresolved"]}
}

test_names_of_places_pass if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_thing.t", {"attributes": {"credential_endpoint": "c1.credentials.iot.eu-central-1.amazonaws.com", "credentialRoleAlias": "camera", "secret_version": "v1", "tokenFormat": "jwt", "has_password": "no"}})])
	fx.verdicts(findings) == set()
}

test_an_attribute_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_thing.t", {"attributes": {"token": fx.expression, "site": fx.expression}})])
	fx.verdicts(findings) == {["aws_iot_thing.t", "unknown", "expression-unresolved"]}
}

test_what_a_topic_rule_sends_fails if {
	every action in [
		{"http": [{"http_header": [{"key": "Authorization", "value": "Bearer hunter2"}]}]},
		{"error_action": [{"http": [{"http_header": [{"key": "x-api-key", "value": "hunter2"}]}]}]},
		{"kafka": [{"client_properties": {"sasl.scram.password": "hunter2"}}]},
		{"error_action": [{"kafka": [{"client_properties": {"ssl.key.password": "hunter2"}}]}]},
	] {
		findings := rule.findings with input as fx.stack([fx.res("aws_iot_topic_rule.r", action)])
		fx.verdicts(findings) == {["aws_iot_topic_rule.r", "fail", "secret-written-out"]}
	}
}

test_secrets_that_aws_fills_in_pass if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_topic_rule.r", {
		"http": [{"http_header": [{"key": "Authorization", "value": "${get_secret('api', 'SecretString', 'token', 'arn:aws:iam::1:role/r')}"}, {"key": "Content-Type", "value": "application/json"}]}],
		"kafka": [{"client_properties": {"bootstrap.servers": "b-1:9096", "sasl.scram.password": "${get_secret('kafka', 'SecretString', 'password', 'arn:aws:iam::1:role/r')}"}}],
	})])
	fx.verdicts(findings) == set()
}

test_what_is_sent_unresolved_is_unknown if {
	every action in [
		{"http": [{"http_header": [{"key": "Authorization", "value": fx.expression}]}]},
		{"http": [{"http_header": [{"key": fx.expression, "value": "hunter2"}]}]},
		{"http": [{"http_header": fx.expression}]},
		{"kafka": [{"client_properties": {"sasl.scram.password": fx.expression}}]},
		{"error_action": [{"kafka": [{"client_properties": fx.expression}]}]},
	] {
		findings := rule.findings with input as fx.stack([fx.res("aws_iot_topic_rule.r", action)])
		fx.verdicts(findings) == {["aws_iot_topic_rule.r", "unknown", "expression-unresolved"]}
	}
}

test_other_headers_unresolved_pass if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_topic_rule.r", {"http": [{"http_header": [{"key": "Content-Type", "value": fx.expression}]}], "kafka": [{"client_properties": {"bootstrap.servers": fx.expression}}]})])
	fx.verdicts(findings) == set()
}
