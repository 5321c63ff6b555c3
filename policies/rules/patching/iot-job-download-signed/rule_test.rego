package bulwark.rules_test.iot_job_download_signed

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_job_download_signed as rule

job(document, more) := fx.stack([fx.cc("r", "AWS::IoT::JobTemplate", object.union({"Document": document}, more))])

signed := {"PresignedUrlConfig": {"RoleArn": fx.ref("aws_iam_role.download")}}

test_a_placeholder_with_a_role_passes if {
	findings := rule.findings with input as job(`{"url": "${aws:iot:s3-presigned-url:https://s3.eu-central-1.amazonaws.com/firmware/1.bin}"}`, signed)
	fx.verdicts(findings) == set()
}

test_a_stream_needs_no_link if {
	findings := rule.findings with input as job({"operation": "update", "streamId": "firmware-1"}, {})
	fx.verdicts(findings) == set()
}

test_a_placeholder_without_a_role_fails if {
	findings := rule.findings with input as job(`{"url": "${aws:iot:s3-presigned-url-v2:https://s3.eu-central-1.amazonaws.com/firmware/1.bin}"}`, {})
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "fail", "absent"]}
}

test_the_artifact_of_a_version_needs_the_role_too if {
	document := `{"image": "${aws:iot:package::version::artifact:s3-presigned-url}"}`
	fx.verdicts(rule.findings) == set() with input as job(document, signed)
	fx.verdicts(rule.findings) == {["aws_cloudcontrolapi_resource.r", "fail", "absent"]} with input as job(document, {})
}

test_a_bare_link_beside_a_signed_one_fails if {
	findings := rule.findings with input as job(`{"a": "${aws:iot:s3-presigned-url:https://s3.eu-central-1.amazonaws.com/firmware/1.bin}", "b": "https://firmware.s3.amazonaws.com/2.bin"}`, signed)
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "fail", "unsigned-link"]}
	fx.details(findings) == {["aws_cloudcontrolapi_resource.r", "https://firmware.s3.amazonaws.com/2.bin"]}
}

test_http_fails if {
	findings := rule.findings with input as job({"url": "http://updates.example.com/1.bin"}, {})
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "fail", "plain-http"]}
}

test_a_document_in_s3_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::JobTemplate", {"DocumentSource": "https://s3.amazonaws.com/jobs/1.json"})])
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "unknown", "document-elsewhere"]}
}

test_a_text_that_is_one_reference_is_unknown if {
	findings := rule.findings with input as job(fx.template("${aws_s3_object.job.content}", ["aws_s3_object.job"]), {})
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "unknown", "expression-unresolved"]}
}

test_a_text_with_a_reference_in_it_is_read if {
	findings := rule.findings with input as job(fx.template(`{"url": "http://${aws_lb.updates.dns_name}/1.bin"}`, ["aws_lb.updates"]), {})
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "fail", "plain-http"]}
}

test_opaque_state_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::JobTemplate", fx.opaque)])
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "unknown", "opaque-document"]}
}

test_a_link_in_china_fails if {
	findings := rule.findings with input as fx.stack([fx.cc("j", "AWS::IoT::JobTemplate", {"Document": `{"url": "https://firmware.s3.cn-north-1.amazonaws.com.cn/a.bin"}`})])
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.j", "fail", "unsigned-link"]}
}
