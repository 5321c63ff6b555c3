package bulwark.rules_test.provider_verifies_tls

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.provider_verifies_tls as rule

provider(values) := {"address": "provider.aws", "type": "Provider/aws", "mode": "managed", "values": values}

test_nothing_written_passes if {
	findings := rule.findings with input as fx.stack([provider({"region": "eu-central-1"})])
	fx.verdicts(findings) == set()
}

test_any_certificate_fails if {
	findings := rule.findings with input as fx.stack([provider({"insecure": true})])
	fx.verdicts(findings) == {["provider.aws", "fail", "tls-not-verified"]}
}

test_an_endpoint_without_tls_fails if {
	findings := rule.findings with input as fx.stack([provider({"endpoints": [{"s3": "http://s3.example.com", "iot": "https://iot.example.com"}]})])
	fx.verdicts(findings) == {["provider.aws", "fail", "plain-http"]}
	fx.details(findings) == {["provider.aws", "endpoints.s3"]}
}

test_an_emulator_on_the_machine_passes if {
	findings := rule.findings with input as fx.stack([provider({"endpoints": [{"s3": "http://localhost:5000", "iot": "http://127.0.0.1:5000"}]})])
	fx.verdicts(findings) == set()
}

test_a_name_that_begins_like_the_machine_fails if {
	findings := rule.findings with input as fx.stack([provider({"endpoints": [{"s3": "http://localhost.example.com"}]})])
	fx.verdicts(findings) == {["provider.aws", "fail", "plain-http"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([provider({"insecure": fx.expression, "endpoints": [{"s3": fx.expression}]})])
	fx.verdicts(findings) == {["provider.aws", "unknown", "expression-unresolved"]}
}

test_blocks_unresolved_are_unknown if {
	findings := rule.findings with input as fx.stack([provider({"endpoints": fx.expression})])
	fx.verdicts(findings) == {["provider.aws", "unknown", "expression-unresolved"]}
}
