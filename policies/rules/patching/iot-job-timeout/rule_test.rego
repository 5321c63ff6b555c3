package bulwark.rules_test.iot_job_timeout

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_job_timeout as rule

test_timeout_passes if {
	findings := rule.findings with input as fx.stack([{"address": "aws_cloudcontrolapi_resource.j", "type": "AWS::IoT::JobTemplate", "mode": "managed", "values": {"TimeoutConfig": {"InProgressTimeoutInMinutes": 60}}}]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_none_fails if {
	findings := rule.findings with input as fx.stack([{"address": "aws_cloudcontrolapi_resource.j", "type": "AWS::IoT::JobTemplate", "mode": "managed", "values": {}}]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.j", "fail", "absent"]}
}

test_unresolved_timeout_is_unknown if {
	findings := rule.findings with input as fx.stack([{"address": "aws_cloudcontrolapi_resource.j", "type": "AWS::IoT::JobTemplate", "mode": "managed", "values": {"TimeoutConfig": {"InProgressTimeoutInMinutes": fx.expression}}}]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.j", "unknown", "expression-unresolved"]}
}

test_opaque_state_is_unknown if {
	findings := rule.findings with input as fx.stack([{"address": "aws_cloudcontrolapi_resource.j", "type": "AWS::IoT::JobTemplate", "mode": "managed", "values": fx.opaque}]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.j", "unknown", "opaque-document"]}
}
