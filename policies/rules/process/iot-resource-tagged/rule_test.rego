package bulwark.rules_test.iot_resource_tagged

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_resource_tagged as rule

test_tags_pass if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_policy.p", {"tags": {"team": "locks"}}), fx.cc("r", "AWS::IoT::SoftwarePackage", {"Tags": [{"Key": "team", "Value": "locks"}]})])
	fx.verdicts(findings) == set()
}

test_default_tags_pass if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_policy.p", {"tags_all": {"team": "locks"}})])
	fx.verdicts(findings) == set()
}

test_none_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_role_alias.a", {}), fx.cc("r", "AWS::IoT::Dimension", {})])
	fx.verdicts(findings) == {["aws_iot_role_alias.a", "fail", "absent"], ["aws_cloudcontrolapi_resource.r", "fail", "absent"]}
}

test_only_tags_of_aws_fail if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::Dimension", {"Tags": [{"Key": "aws:stack", "Value": "s"}]})])
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "fail", "absent"]}
}

test_unresolved_tags_are_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_policy.p", {"tags": fx.expression}), fx.cc("r", "AWS::IoT::Dimension", fx.opaque)])
	fx.verdicts(findings) == {["aws_iot_policy.p", "unknown", "expression-unresolved"], ["aws_cloudcontrolapi_resource.r", "unknown", "opaque-document"]}
}

# A provisioning template gives no tags.
test_policies_made_at_provisioning_are_not_asked if {
	addresses := ["aws_iot_provisioning_template.t[\"a#b\"]#Policy", "module.m.aws_iot_ca_certificate.c#Policy"]
	findings := rule.findings with input as fx.stack([object.union(fx.res("aws_iot_policy.p", {}), {"address": address}) | some address in addresses])
	fx.verdicts(findings) == {[address, "not-applicable", "made-at-provisioning"] | some address in addresses}
}

test_policies_of_stacks_are_asked if {
	address := "aws_cloudformation_stack.s#Policy"
	findings := rule.findings with input as fx.stack([object.union(fx.res("aws_iot_policy.p", {}), {"address": address})])
	fx.verdicts(findings) == {[address, "fail", "absent"]}
}
