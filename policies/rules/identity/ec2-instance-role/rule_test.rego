package bulwark.rules_test.ec2_instance_role

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ec2_instance_role as rule

test_profile_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_instance.x", {"iam_instance_profile": "gateway"})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_instance.x", {})])
	fx.verdicts(findings) == {["aws_instance.x", "fail", "absent"]}
}

test_template_does_not_apply if {
	findings := rule.findings with input as fx.stack([fx.res("aws_instance.x", {"launch_template": [{"id": "lt-1"}]})])
	fx.verdicts(findings) == {["aws_instance.x", "not-applicable", "set-by-launch-template"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_instance.x", {"iam_instance_profile": fx.expression})])
	fx.verdicts(findings) == {["aws_instance.x", "unknown", "expression-unresolved"]}
}

test_template_that_may_be_none_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_spot_instance_request.x", {"launch_template": fx.expression})])
	fx.verdicts(findings) == {["aws_spot_instance_request.x", "unknown", "expression-unresolved"]}
}

test_spot_request_fails_by_default if {
	findings := rule.findings with input as fx.stack([fx.res("aws_spot_instance_request.x", {})])
	fx.verdicts(findings) == {["aws_spot_instance_request.x", "fail", "absent"]}
}
