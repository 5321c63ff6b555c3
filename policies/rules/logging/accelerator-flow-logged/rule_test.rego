package bulwark.rules_test.accelerator_flow_logged

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.accelerator_flow_logged as rule

test_on_globalaccelerator_accelerator_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_globalaccelerator_accelerator.x", {"attributes": {"flow_logs_enabled": true}})])
	fx.verdicts(findings) == set()
}

test_default_globalaccelerator_accelerator_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_globalaccelerator_accelerator.x", {})])
	fx.verdicts(findings) == {["aws_globalaccelerator_accelerator.x", "fail", "absent"]}
}

test_off_globalaccelerator_accelerator_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_globalaccelerator_accelerator.x", {"attributes": {"flow_logs_enabled": false}})])
	fx.verdicts(findings) == {["aws_globalaccelerator_accelerator.x", "fail", "disabled"]}
}

test_unresolved_globalaccelerator_accelerator_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_globalaccelerator_accelerator.x", {"attributes": {"flow_logs_enabled": fx.expression}})])
	fx.verdicts(findings) == {["aws_globalaccelerator_accelerator.x", "unknown", "expression-unresolved"]}
}

test_off_globalaccelerator_custom_routing_accelerator_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_globalaccelerator_custom_routing_accelerator.x", {"attributes": [{"flow_logs_enabled": false}]})])
	fx.verdicts(findings) == {["aws_globalaccelerator_custom_routing_accelerator.x", "fail", "disabled"]}
}
