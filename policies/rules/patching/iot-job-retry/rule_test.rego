package bulwark.rules_test.iot_job_retry

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_job_retry as rule

test_three_tries_pass if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::JobTemplate", {"JobExecutionsRetryConfig": {"RetryCriteriaList": [{"FailureType": "TIMED_OUT", "NumberOfRetries": 3}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_none_fails if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::JobTemplate", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "fail", "absent"]}
}

test_zero_fails if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::JobTemplate", {"JobExecutionsRetryConfig": {"RetryCriteriaList": [{"FailureType": "ALL", "NumberOfRetries": 0}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "fail", "no-retries"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::JobTemplate", {"JobExecutionsRetryConfig": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "unknown", "expression-unresolved"]}
}

test_opaque_state_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::JobTemplate", fx.opaque)]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "unknown", "opaque-document"]}
}
