package bulwark.rules_test.iot_job_abort

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_job_abort as rule

test_ten_percent_passes if {
	findings := rule.findings with input as fx.stack([{"address": "aws_cloudcontrolapi_resource.j", "type": "AWS::IoT::JobTemplate", "mode": "managed", "values": {"AbortConfig": {"CriteriaList": [{"Action": "CANCEL", "FailureType": "FAILED", "ThresholdPercentage": 10}]}}}]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_none_fails if {
	findings := rule.findings with input as fx.stack([{"address": "aws_cloudcontrolapi_resource.j", "type": "AWS::IoT::JobTemplate", "mode": "managed", "values": {}}]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.j", "fail", "absent"]}
}

test_half_the_fleet_fails if {
	findings := rule.findings with input as fx.stack([{"address": "aws_cloudcontrolapi_resource.j", "type": "AWS::IoT::JobTemplate", "mode": "managed", "values": {"AbortConfig": {"CriteriaList": [{"FailureType": "FAILED", "ThresholdPercentage": 50}]}}}]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.j", "fail", "above-baseline"]}
}

test_rejections_only_fail if {
	findings := rule.findings with input as fx.stack([{"address": "aws_cloudcontrolapi_resource.j", "type": "AWS::IoT::JobTemplate", "mode": "managed", "values": {"AbortConfig": {"CriteriaList": [{"FailureType": "REJECTED", "ThresholdPercentage": 5}]}}}]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.j", "fail", "other-failures"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([{"address": "aws_cloudcontrolapi_resource.j", "type": "AWS::IoT::JobTemplate", "mode": "managed", "values": {"AbortConfig": {"CriteriaList": [{"FailureType": "FAILED", "ThresholdPercentage": fx.expression}]}}}]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.j", "unknown", "expression-unresolved"]}
}

test_opaque_state_is_unknown if {
	findings := rule.findings with input as fx.stack([{"address": "aws_cloudcontrolapi_resource.j", "type": "AWS::IoT::JobTemplate", "mode": "managed", "values": fx.opaque}]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.j", "unknown", "opaque-document"]}
}

test_a_kind_of_failure_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.cc("j", "AWS::IoT::JobTemplate", {"AbortConfig": {"CriteriaList": [{"FailureType": fx.expression, "ThresholdPercentage": 5}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.j", "unknown", "expression-unresolved"]}
}

test_a_threshold_that_is_too_high_anyway_fails if {
	findings := rule.findings with input as fx.stack([fx.cc("j", "AWS::IoT::JobTemplate", {"AbortConfig": {"CriteriaList": [{"FailureType": fx.expression, "ThresholdPercentage": 60}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.j", "fail", "above-baseline"]}
}
