package bulwark.rules_test.ssm_session_logged

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ssm_session_logged as rule

test_encrypted_log_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_document.x", {"document_type": "Session", "content": "{\"inputs\":{\"cloudWatchLogGroupName\":\"s\",\"cloudWatchEncryptionEnabled\":true}}"})])
	fx.verdicts(findings) == set()
}

test_no_log_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_document.x", {"document_type": "Session", "content": "{\"inputs\":{\"s3BucketName\":\"\"}}"})])
	fx.verdicts(findings) == {["aws_ssm_document.x", "fail", "absent"]}
}

test_plain_bucket_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_document.x", {"document_type": "Session", "content": "{\"inputs\":{\"s3BucketName\":\"b\",\"s3EncryptionEnabled\":false}}"})])
	fx.verdicts(findings) == {["aws_ssm_document.x", "fail", "not-encrypted"]}
}

test_other_document_is_not_applicable if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_document.x", {"document_type": "Command"})])
	fx.verdicts(findings) == {["aws_ssm_document.x", "not-applicable", "no-session-document"]}
}

test_yaml_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_document.x", {"document_type": "Session", "content": "inputs:\n  s3BucketName: b"})])
	fx.verdicts(findings) == {["aws_ssm_document.x", "unknown", "opaque-document"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_document.x", {"document_type": "Session", "content": fx.expression})])
	fx.verdicts(findings) == {["aws_ssm_document.x", "unknown", "expression-unresolved"]}
}

session(inputs) := fx.stack([fx.res("aws_ssm_document.d", {"document_type": "Session", "content": json.marshal({"inputs": inputs})})])

test_places_that_are_null_are_none if {
	findings := rule.findings with input as session({"cloudWatchLogGroupName": null, "s3BucketName": ""})
	{fact.path | some fact in findings} == {"content.inputs.cloudWatchLogGroupName"}
}

test_only_the_place_that_is_named_is_asked if {
	findings := rule.findings with input as session({"cloudWatchLogGroupName": null, "cloudWatchEncryptionEnabled": false, "s3BucketName": "b", "s3EncryptionEnabled": "false"})
	{[fact.path, fact.actual] | some fact in findings} == {["content.inputs.s3EncryptionEnabled", "false"]}
}

test_a_switch_that_nobody_wrote_is_absent if {
	findings := rule.findings with input as session({"s3BucketName": "b"})
	{[fact.path, fact.reason] | some fact in findings} == {["content.inputs.s3EncryptionEnabled", "absent"]}
}

test_inputs_that_are_null_name_no_place if {
	findings := rule.findings with input as session(null)
	fx.verdicts(findings) == {["aws_ssm_document.d", "fail", "absent"]}
}

test_a_type_that_nobody_knows_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_document.d", {"document_type": fx.expression, "content": "{}"})])
	fx.verdicts(findings) == {["aws_ssm_document.d", "unknown", "expression-unresolved"]}
}
