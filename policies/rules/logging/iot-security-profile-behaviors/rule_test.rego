package bulwark.rules_test.iot_security_profile_behaviors

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_security_profile_behaviors as rule

test_a_whole_profile_passes if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::SecurityProfile", {"TargetArns": [fx.expression], "Behaviors": [{"Name": "a", "Criteria": {"ComparisonOperator": "less-than"}}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_no_behaviour_fails if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::SecurityProfile", {"TargetArns": ["t"]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "fail", "absent"]}
}

test_attached_to_nothing_fails if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::SecurityProfile", {"Behaviors": [{"Name": "a", "Criteria": {"ComparisonOperator": "less-than"}}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "fail", "absent"]}
}

test_a_behaviour_without_criteria_fails if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::SecurityProfile", {"TargetArns": ["t"], "Behaviors": [{"Name": "a"}]})])
	fx.details(findings) == {["aws_cloudcontrolapi_resource.r", "a"]}
}

test_unresolved_behaviours_are_unknown if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::SecurityProfile", {"TargetArns": ["t"], "Behaviors": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "unknown", "expression-unresolved"]}
}

test_opaque_state_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::SecurityProfile", fx.opaque)]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "unknown", "opaque-document"]}
}
