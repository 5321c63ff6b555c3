package bulwark.rules_test.ec2_metadata_hop_limit

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ec2_metadata_hop_limit as rule

test_one_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_launch_template.t", {"metadata_options": [{"http_put_response_hop_limit": 1}]})])
	fx.verdicts(findings) == set()
}

test_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_instance.i", {})])
	fx.verdicts(findings) == set()
}

test_two_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_launch_template.t", {"metadata_options": [{"http_put_response_hop_limit": 2}]})])
	fx.verdicts(findings) == {["aws_launch_template.t", "fail", "above-baseline"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_launch_template.t", {"metadata_options": [{"http_put_response_hop_limit": fx.expression}]})])
	fx.verdicts(findings) == {["aws_launch_template.t", "unknown", "expression-unresolved"]}
}

test_an_endpoint_that_is_off_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_instance.i", {"metadata_options": [{"http_endpoint": "disabled", "http_put_response_hop_limit": 2}]})])
	fx.verdicts(findings) == set()
}

test_a_wide_default_of_the_account_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ec2_instance_metadata_defaults.d", {"http_put_response_hop_limit": 2})])
	fx.verdicts(findings) == {["aws_ec2_instance_metadata_defaults.d", "fail", "above-baseline"]}
}

test_no_preference_of_the_account_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ec2_instance_metadata_defaults.d", {"http_put_response_hop_limit": -1}), fx.res("aws_ec2_instance_metadata_defaults.e", {})])
	fx.verdicts(findings) == set()
}
