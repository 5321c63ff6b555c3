package bulwark.rules_test.ec2_metadata_token_required

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ec2_metadata_token_required as rule

test_required_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_instance.i", {"metadata_options": [{"http_tokens": "required"}]})])
	fx.verdicts(findings) == set()
}

test_endpoint_off_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_launch_template.t", {"metadata_options": [{"http_endpoint": "disabled"}]})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_instance.i", {})])
	fx.verdicts(findings) == {["aws_instance.i", "fail", "absent"]}
}

test_optional_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_launch_template.t", {"metadata_options": [{"http_tokens": "optional"}]})])
	fx.verdicts(findings) == {["aws_launch_template.t", "fail", "not-allowed"]}
}

test_account_default_decides if {
	findings := rule.findings with input as fx.stack([fx.res("aws_instance.i", {}), fx.res("aws_ec2_instance_metadata_defaults.d", {"http_tokens": "required"})])
	fx.verdicts(findings) == {["aws_instance.i", "not-applicable", "set-by-launch-template-or-account"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_instance.i", {"metadata_options": [{"http_tokens": fx.expression}]})])
	fx.verdicts(findings) == {["aws_instance.i", "unknown", "expression-unresolved"]}
}

test_spot_request_fails_by_default if {
	findings := rule.findings with input as fx.stack([fx.res("aws_spot_instance_request.s", {})])
	fx.verdicts(findings) == {["aws_spot_instance_request.s", "fail", "absent"]}
}

test_account_that_makes_them_optional_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ec2_instance_metadata_defaults.d", {"http_tokens": "optional"})])
	fx.verdicts(findings) == {["aws_ec2_instance_metadata_defaults.d", "fail", "not-allowed"]}
}

test_account_that_says_nothing_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ec2_instance_metadata_defaults.d", {"http_put_response_hop_limit": 1})])
	fx.verdicts(findings) == set()
}

test_account_with_an_unresolved_default_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ec2_instance_metadata_defaults.d", {"http_tokens": fx.expression})])
	fx.verdicts(findings) == {["aws_ec2_instance_metadata_defaults.d", "unknown", "expression-unresolved"]}
}

test_account_that_requires_them_decides_for_whatever_says_nothing if {
	every type in ["aws_instance", "aws_spot_instance_request", "aws_launch_template", "aws_launch_configuration"] {
		address := concat(".", [type, "x"])
		findings := rule.findings with input as fx.stack([fx.res("aws_ec2_instance_metadata_defaults.d", {"http_tokens": "required"}), fx.res(address, {})])
		fx.verdicts(findings) == {[address, "not-applicable", "set-by-launch-template-or-account"]}
	}
}

test_an_account_default_that_nobody_knows_leaves_the_instance_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_instance.i", {}), fx.res("aws_ec2_instance_metadata_defaults.d", {"http_tokens": fx.expression})])
	fx.verdicts(findings) == {["aws_instance.i", "unknown", "expression-unresolved"], ["aws_ec2_instance_metadata_defaults.d", "unknown", "expression-unresolved"]}
}

test_account_default_of_another_region_decides_nothing if {
	every tokens in ["required", fx.expression] {
		defaults := fx.within("eu-central-1", fx.res("aws_ec2_instance_metadata_defaults.d", {"http_tokens": tokens}))
		findings := rule.findings with input as fx.stack([defaults, fx.within("us-east-1", fx.res("aws_instance.i", {}))])
		["aws_instance.i", "fail", "absent"] in fx.verdicts(findings)
	}
}
