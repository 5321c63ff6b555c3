package bulwark.rules_test.iot_package_artifact_pinned

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_package_artifact_pinned as rule

test_a_pinned_file_passes if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::SoftwarePackageVersion", {"Artifact": {"S3Location": {"Bucket": "b", "Key": "k", "Version": fx.ref("aws_s3_object.firmware")}}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_none_fails if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::SoftwarePackageVersion", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "fail", "absent"]}
}

test_one_that_can_change_fails if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::SoftwarePackageVersion", {"Artifact": {"S3Location": {"Bucket": "b", "Key": "k"}}})])
	fx.details(findings) == {["aws_cloudcontrolapi_resource.r", "Version"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::SoftwarePackageVersion", {"Artifact": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "unknown", "expression-unresolved"]}
}

test_opaque_state_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::SoftwarePackageVersion", fx.opaque)]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "unknown", "opaque-document"]}
}
