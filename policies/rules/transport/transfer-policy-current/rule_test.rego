package bulwark.rules_test.transfer_policy_current

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.transfer_policy_current as rule

test_current_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_transfer_server.x", {"security_policy_name": "TransferSecurityPolicy-2024-01"})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_transfer_server.x", {})])
	fx.verdicts(findings) == {["aws_transfer_server.x", "fail", "absent"]}
}

test_old_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_transfer_server.x", {"security_policy_name": "TransferSecurityPolicy-2020-06"})])
	fx.verdicts(findings) == {["aws_transfer_server.x", "fail", "outdated-policy"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_transfer_server.x", {"security_policy_name": fx.expression})])
	fx.verdicts(findings) == {["aws_transfer_server.x", "unknown", "expression-unresolved"]}
}
