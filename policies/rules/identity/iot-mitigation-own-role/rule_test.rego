package bulwark.rules_test.iot_mitigation_own_role

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_mitigation_own_role as rule

test_two_roles_pass if {
	findings := rule.findings with input as fx.stack([fx.cc("a", "AWS::IoT::MitigationAction", {"RoleArn": "one"}), fx.cc("b", "AWS::IoT::MitigationAction", {"RoleArn": fx.ref("aws_iam_role.two")})])
	fx.verdicts(findings) == set()
}

test_one_role_for_both_fails if {
	findings := rule.findings with input as fx.stack([fx.cc("a", "AWS::IoT::MitigationAction", {"RoleArn": fx.ref("aws_iam_role.r")}), fx.cc("b", "AWS::IoT::MitigationAction", {"RoleArn": fx.ref("aws_iam_role.r")})])
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.a", "fail", "role-shared"], ["aws_cloudcontrolapi_resource.b", "fail", "role-shared"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.cc("a", "AWS::IoT::MitigationAction", {"RoleArn": fx.expression})])
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.a", "unknown", "expression-unresolved"]}
}

test_two_opaque_states_are_unknown if {
	state := {"$unknown": "opaque-document", "refs": ["aws_ssm_parameter.p"]}
	findings := rule.findings with input as fx.stack([fx.cc("a", "AWS::IoT::MitigationAction", state), fx.cc("b", "AWS::IoT::MitigationAction", state)])
	{fact.verdict | some fact in findings} == {"unknown"}
}
