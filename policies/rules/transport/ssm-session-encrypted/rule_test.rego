package bulwark.rules_test.ssm_session_encrypted

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ssm_session_encrypted as rule

test_key_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_document.d", {"document_type": "Session", "content": "{\"inputs\": {\"kmsKeyId\": \"alias/sessions\"}}"})])
	fx.verdicts(findings) == set()
}

test_no_key_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_document.d", {"document_type": "Session", "content": "{\"inputs\": {}}"})])
	fx.verdicts(findings) == {["aws_ssm_document.d", "fail", "absent"]}
}

test_empty_key_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_document.d", {"document_type": "Session", "content": "{\"inputs\": {\"kmsKeyId\": \"\"}}"})])
	fx.verdicts(findings) == {["aws_ssm_document.d", "fail", "absent"]}
}

test_other_document_is_not_applicable if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_document.d", {"document_type": "Command", "content": "{}"})])
	fx.verdicts(findings) == {["aws_ssm_document.d", "not-applicable", "no-session-document"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_document.d", {"document_type": "Session", "content": fx.expression})])
	fx.verdicts(findings) == {["aws_ssm_document.d", "unknown", "expression-unresolved"]}
}

session(inputs) := fx.stack([fx.res("aws_ssm_document.d", {"document_type": "Session", "content": json.marshal({"inputs": inputs})})])

test_a_key_that_is_null_or_of_aws_fails if {
	every value, reason in {null: "absent", "alias/aws/ssm": "aws-managed-key"} {
		findings := rule.findings with input as session({"kmsKeyId": value})
		fx.verdicts(findings) == {["aws_ssm_document.d", "fail", reason]}
	}
}

test_inputs_that_are_null_name_no_key if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_document.d", {"document_type": "Session", "content": `{"inputs": null}`})])
	fx.verdicts(findings) == {["aws_ssm_document.d", "fail", "absent"]}
}
