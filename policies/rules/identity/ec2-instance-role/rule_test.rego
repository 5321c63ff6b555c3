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

fleet(bodies) := fx.stack([fx.res("aws_spot_fleet_request.f", {"launch_specification": bodies})])

test_fleet_with_a_role_passes if {
	every body in [
		{"iam_instance_profile": "gateway", "iam_instance_profile_arn": ""},
		{"iam_instance_profile": "", "iam_instance_profile_arn": fx.ref("aws_iam_instance_profile.p")},
		{"iam_instance_profile": fx.expression, "iam_instance_profile_arn": "arn:aws:iam::123456789012:instance-profile/gateway"},
	] {
		findings := rule.findings with input as fleet([body])
		fx.verdicts(findings) == set()
	}
}

test_fleet_without_a_role_fails_by_the_place_of_it if {
	findings := rule.findings with input as fleet([{"iam_instance_profile": "gateway"}, {"iam_instance_profile": "", "iam_instance_profile_arn": ""}])
	{[fact.detail, fact.verdict, fact.reason] | some fact in findings} == {["launch_specification[1]", "fail", "absent"]}
}

test_fleet_that_may_have_a_role_is_unknown if {
	every bodies in [fx.expression, [{"iam_instance_profile": fx.expression}], [{"iam_instance_profile": "", "iam_instance_profile_arn": fx.expression}]] {
		findings := rule.findings with input as fleet(bodies)
		fx.verdicts(findings) == {["aws_spot_fleet_request.f", "unknown", "expression-unresolved"]}
	}
}

test_fleet_of_templates_is_judged_there if {
	findings := rule.findings with input as fx.stack([fx.res("aws_spot_fleet_request.f", {"launch_template_config": [{"launch_template_specification": [{"id": "lt-1"}]}]})])
	fx.verdicts(findings) == {["aws_spot_fleet_request.f", "not-applicable", "set-by-launch-template"]}
}
