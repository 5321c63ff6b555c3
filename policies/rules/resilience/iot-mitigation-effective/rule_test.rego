package bulwark.rules_test.iot_mitigation_effective

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_mitigation_effective as rule

test_quarantine_passes if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::MitigationAction", {"ActionParams": {"AddThingsToThingGroupParams": {"ThingGroupNames": ["fleet-quarantine"], "OverrideDynamicGroups": true}}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_deactivating_passes if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::MitigationAction", {"ActionParams": {"UpdateDeviceCertificateParams": {"Action": "DEACTIVATE"}}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_telling_somebody_passes if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::MitigationAction", {"ActionParams": {"PublishFindingToSnsParams": {"TopicArn": fx.expression}}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_no_action_fails if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::MitigationAction", {"ActionParams": {}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "fail", "absent"]}
}

test_another_group_fails if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::MitigationAction", {"ActionParams": {"AddThingsToThingGroupParams": {"ThingGroupNames": ["watched"], "OverrideDynamicGroups": true}}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "fail", "not-a-quarantine"]}
}

test_staying_in_dynamic_groups_fails if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::MitigationAction", {"ActionParams": {"AddThingsToThingGroupParams": {"ThingGroupNames": ["quarantine"]}}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "fail", "absent"]}
}

test_unset_fails if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::MitigationAction", {"ActionParams": {"UpdateDeviceCertificateParams": {"Action": "UNSET_VALUE"}}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "fail", "not-allowed"]}
}

test_errors_only_fail if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::MitigationAction", {"ActionParams": {"EnableIoTLoggingParams": {"LogLevel": "ERROR"}}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "fail", "not-allowed"]}
}

test_a_referenced_quarantine_passes if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::MitigationAction", {"ActionParams": {"AddThingsToThingGroupParams": {"ThingGroupNames": [fx.ref("aws_iot_thing_group.q")], "OverrideDynamicGroups": true}}}), fx.res("aws_iot_thing_group.q", {"name": "quarantine"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_an_unresolved_group_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::MitigationAction", {"ActionParams": {"AddThingsToThingGroupParams": {"ThingGroupNames": [fx.expression], "OverrideDynamicGroups": true}}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "unknown", "expression-unresolved"]}
}

test_opaque_state_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::MitigationAction", fx.opaque)]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "unknown", "opaque-document"]}
}

with_group(name) := fx.stack([
	fx.cc("g", "AWS::IoT::ThingGroup", {"ThingGroupName": name}),
	fx.cc("m", "AWS::IoT::MitigationAction", {"ActionParams": {"AddThingsToThingGroupParams": {"ThingGroupNames": [fx.ref("aws_cloudcontrolapi_resource.g")], "OverrideDynamicGroups": true}}}),
])

test_a_group_of_cloudformation_is_read if {
	findings := rule.findings with input as with_group("device-quarantine") with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
	others := rule.findings with input as with_group("watched") with data.baseline as fx.baseline
	fx.verdicts(others) == {["aws_cloudcontrolapi_resource.m", "fail", "not-a-quarantine"]}
}
