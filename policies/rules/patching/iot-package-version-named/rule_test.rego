package bulwark.rules_test.iot_package_version_named

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_package_version_named as rule

test_a_number_passes if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::SoftwarePackageVersion", {"VersionName": "2.4.1"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_latest_fails if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::SoftwarePackageVersion", {"VersionName": "Latest"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "fail", "moving-name"]}
}

test_a_snapshot_fails if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::SoftwarePackageVersion", {"VersionName": "2.4.1-SNAPSHOT"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "fail", "moving-name"]}
}

test_none_fails if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::SoftwarePackageVersion", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "fail", "absent"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::SoftwarePackageVersion", {"VersionName": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "unknown", "expression-unresolved"]}
}

test_opaque_state_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::SoftwarePackageVersion", fx.opaque)]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "unknown", "opaque-document"]}
}
