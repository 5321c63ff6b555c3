package bulwark.rules_test.ec2_user_data_no_secrets

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ec2_user_data_no_secrets as rule

test_plain_settings_pass if {
	findings := rule.findings with input as fx.stack([fx.res("aws_instance.x", {"user_data": "#!/bin/bash\nexport STAGE=prod\n"})])
	fx.verdicts(findings) == set()
}

test_none_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_instance.x", {})])
	fx.verdicts(findings) == set()
}

test_named_place_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_instance.x", {"user_data": "export API_TOKEN_ARN=arn:aws:secretsmanager:eu-central-1:111122223333:secret:t\nTOKEN=$(aws secretsmanager get-secret-value)\n"})])
	fx.verdicts(findings) == set()
}

test_password_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_instance.x", {"user_data": "#!/bin/bash\nexport DB_PASSWORD=correct-horse\n"})])
	fx.verdicts(findings) == {["aws_instance.x", "fail", "secret-written-out"]}
}

test_quoted_in_yaml_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_launch_configuration.x", {"user_data": "api_key: \"correct-horse\"\n"})])
	fx.verdicts(findings) == {["aws_launch_configuration.x", "fail", "secret-written-out"]}
}

test_access_key_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_instance.x", {"user_data": "aws configure set x AKIAIOSFODNN7EXAMPLE"})])
	fx.verdicts(findings) == {["aws_instance.x", "fail", "secret-written-out"]}
}

test_private_key_in_base64_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_launch_template.x", {"user_data": base64.encode("-----BEGIN RSA PRIVATE KEY-----\nMIIE")})])
	fx.verdicts(findings) == {["aws_launch_template.x", "fail", "secret-written-out"]}
}

test_written_part_of_a_template_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_instance.x", {"user_data": fx.template("HOST=${aws_instance.y.id}\nDB_PASSWORD=correct-horse", ["aws_instance.y"])})])
	fx.verdicts(findings) == {["aws_instance.x", "fail", "secret-written-out"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_instance.x", {"user_data": fx.expression})])
	fx.verdicts(findings) == {["aws_instance.x", "unknown", "expression-unresolved"]}
}

test_digest_of_a_plan_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_instance.x", {"user_data": "c2012f71a6c93064ab80c4f2946c74beae6c5c7f"})])
	fx.verdicts(findings) == {["aws_instance.x", "unknown", "opaque-document"]}
}

test_short_words_for_passwords_fail if {
	every line in ["DB_PASS=correct-horse", "export MYSQL_PWD=correct-horse"] {
		findings := rule.findings with input as fx.stack([fx.res("aws_spot_instance_request.x", {"user_data": line})])
		fx.verdicts(findings) == {["aws_spot_instance_request.x", "fail", "secret-written-out"]}
	}
}

test_words_with_the_same_letters_pass if {
	findings := rule.findings with input as fx.stack([fx.res("aws_instance.x", {"user_data": "PWD=/srv/gateway\nMAX_PASSENGERS=1234\nDB_PASS_FILE=/run/db\n"})])
	fx.verdicts(findings) == set()
}

# The first bytes of gzip in base64: https://www.rfc-editor.org/rfc/rfc1952#section-2.3
test_compressed_user_data_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_launch_template.t", {"user_data": "H4sIAAAAAAAA/0rOSM3JyVcoSSwqSU0BAAAA//8BAAD//w=="})])
	fx.verdicts(findings) == {["aws_launch_template.t", "unknown", "opaque-document"]}
}

fleet(text) := fx.stack([fx.res("aws_spot_fleet_request.f", {"launch_specification": [{"user_data": text}]})])

test_secret_in_a_fleet_fails if {
	every text in ["API_TOKEN=kf93hfkd02hfks82", base64.encode("#!/bin/sh\nexport API_TOKEN=kf93hfkd02hfks82\n")] {
		findings := rule.findings with input as fleet(text)
		{[fact.path, fact.verdict, fact.reason] | some fact in findings} == {["launch_specification.user_data", "fail", "secret-written-out"]}
	}
}

test_fleet_without_a_secret_passes if {
	every text in [null, "", "API_TOKEN=$(aws secretsmanager get-secret-value --secret-id a)"] {
		findings := rule.findings with input as fleet(text)
		fx.verdicts(findings) == set()
	}
}

test_data_of_a_fleet_that_nobody_knows_is_unknown if {
	findings := rule.findings with input as fleet(fx.expression)
	fx.verdicts(findings) == {["aws_spot_fleet_request.f", "unknown", "expression-unresolved"]}
	digest := rule.findings with input as fleet("709555eb34222236a14a0b50b59460b8e0c92d50")
	fx.verdicts(digest) == {["aws_spot_fleet_request.f", "unknown", "opaque-document"]}
	whole := rule.findings with input as fx.stack([fx.res("aws_spot_fleet_request.f", {"launch_specification": fx.expression})])
	fx.verdicts(whole) == {["aws_spot_fleet_request.f", "unknown", "expression-unresolved"]}
}
