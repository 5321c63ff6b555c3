package bulwark.rules_test.iot_core_customer_key

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_core_customer_key as rule

own(more) := fx.cc("r", "AWS::IoT::EncryptionConfiguration", object.union({"EncryptionType": "CUSTOMER_MANAGED_KMS_KEY", "KmsAccessRoleArn": "r"}, more))

test_an_own_key_passes if {
	every key in ["arn:aws:kms:eu-central-1:123456789012:key/k", fx.ref("aws_kms_key.k"), fx.ref("awscc_kms_key.k")] {
		findings := rule.findings with input as fx.stack([own({"KmsKeyArn": key})])
		fx.verdicts(findings) == set()
	}
}

test_a_key_of_the_same_template_passes if {
	key := object.union(fx.cc("k", "AWS::KMS::Key", {}), {"address": "aws_cloudformation_stack.s#Key"})
	findings := rule.findings with input as fx.stack([own({"KmsKeyArn": fx.ref("aws_cloudformation_stack.s#Key")}), key])
	fx.verdicts(findings) == set()
}

test_a_key_of_aws_fails if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::EncryptionConfiguration", {"EncryptionType": "AWS_OWNED_KMS_KEY"})])
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "fail", "not-allowed"]}
}

test_no_key_and_no_role_fail if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::EncryptionConfiguration", {"EncryptionType": "CUSTOMER_MANAGED_KMS_KEY"})])
	{fact.path | some fact in findings} == {"KmsKeyArn", "KmsAccessRoleArn"}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([own({"KmsKeyArn": fx.expression})])
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "unknown", "expression-unresolved"]}
}

test_opaque_state_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::EncryptionConfiguration", fx.opaque)])
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "unknown", "opaque-document"]}
}
