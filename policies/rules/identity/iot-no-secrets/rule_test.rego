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
