package bulwark.rules_test.iot_job_rollout_rate

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_job_rollout_rate as rule

test_maximum_passes if {
	findings := rule.findings with input as fx.stack([{"address": "aws_cloudcontrolapi_resource.j", "type": "AWS::IoT::JobTemplate", "mode": "managed", "values": {"JobExecutionsRolloutConfig": {"MaximumPerMinute": 100}}}]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_exponential_passes if {
	findings := rule.findings with input as fx.stack([{"address": "aws_cloudcontrolapi_resource.j", "type": "AWS::IoT::JobTemplate", "mode": "managed", "values": {"JobExecutionsRolloutConfig": {"ExponentialRolloutRate": {"BaseRatePerMinute": 10}}}}]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_none_fails if {
	findings := rule.findings with input as fx.stack([{"address": "aws_cloudcontrolapi_resource.j", "type": "AWS::IoT::JobTemplate", "mode": "managed", "values": {}}]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.j", "fail", "absent"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([{"address": "aws_cloudcontrolapi_resource.j", "type": "AWS::IoT::JobTemplate", "mode": "managed", "values": {"JobExecutionsRolloutConfig": fx.expression}}]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.j", "unknown", "expression-unresolved"]}
}

test_opaque_state_is_unknown if {
	findings := rule.findings with input as fx.stack([{"address": "aws_cloudcontrolapi_resource.j", "type": "AWS::IoT::JobTemplate", "mode": "managed", "values": fx.opaque}]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.j", "unknown", "opaque-document"]}
}
