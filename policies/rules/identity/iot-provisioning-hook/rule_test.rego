package bulwark.rules_test.iot_provisioning_hook

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_provisioning_hook as rule

test_hook_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_provisioning_template.t", {"pre_provisioning_hook": [{"target_arn": fx.ref("aws_lambda_function.hook")}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_no_hook_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_provisioning_template.t", {"type": "FLEET_PROVISIONING"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_provisioning_template.t", "fail", "absent"]}
}

test_jitp_is_not_applicable if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_provisioning_template.t", {"type": "JITP"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_provisioning_template.t", "not-applicable", "just-in-time"]}
}

test_unresolved_block_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_provisioning_template.t", {"pre_provisioning_hook": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_provisioning_template.t", "unknown", "expression-unresolved"]}
}
