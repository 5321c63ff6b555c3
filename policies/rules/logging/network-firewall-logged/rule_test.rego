package bulwark.rules_test.network_firewall_logged

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.network_firewall_logged as rule

test_logged_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_networkfirewall_firewall.x", {}), fx.res("aws_networkfirewall_logging_configuration.l", {"firewall_arn": fx.ref("aws_networkfirewall_firewall.x")})])
	fx.verdicts(findings) == set()
}

test_unlogged_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_networkfirewall_firewall.x", {})])
	fx.verdicts(findings) == {["aws_networkfirewall_firewall.x", "fail", "absent"]}
}

test_configuration_with_an_unresolved_target_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_networkfirewall_firewall.x", {}), fx.res("aws_networkfirewall_logging_configuration.l", {"firewall_arn": fx.expression})])
	fx.verdicts(findings) == {["aws_networkfirewall_firewall.x", "unknown", "reference-unresolved"]}
}
