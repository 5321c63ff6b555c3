package bulwark.rules_test.vpn_tunnels_logged

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.vpn_tunnels_logged as rule

connection(first, second) := fx.stack([fx.res("aws_vpn_connection.x", {
	"tunnel1_log_options": [{"cloudwatch_log_options": [{"log_enabled": first}]}],
	"tunnel2_log_options": [{"cloudwatch_log_options": [{"log_enabled": second}]}],
})])

seen(findings) := {[fact.path, fact.detail, fact.verdict, fact.reason] | some fact in findings}

first_path := "tunnel1_log_options.cloudwatch_log_options.log_enabled"

second_path := "tunnel2_log_options.cloudwatch_log_options.log_enabled"

test_both_logged_passes if {
	findings := rule.findings with input as connection(true, true)
	fx.verdicts(findings) == set()
}

test_default_fails_for_both if {
	findings := rule.findings with input as fx.stack([fx.res("aws_vpn_connection.x", {})])
	seen(findings) == {[first_path, first_path, "fail", "absent"], [second_path, second_path, "fail", "absent"]}
}

test_first_alone_fails if {
	findings := rule.findings with input as connection(true, false)
	seen(findings) == {[second_path, second_path, "fail", "disabled"]}
}

test_second_alone_fails if {
	findings := rule.findings with input as connection(null, true)
	seen(findings) == {[first_path, first_path, "fail", "absent"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as connection(true, fx.expression)
	fx.verdicts(findings) == {["aws_vpn_connection.x", "unknown", "expression-unresolved"]}
	block := rule.findings with input as fx.stack([fx.res("aws_vpn_connection.x", {"tunnel1_log_options": fx.expression, "tunnel2_log_options": fx.expression})])
	fx.verdicts(block) == {["aws_vpn_connection.x", "unknown", "expression-unresolved"]}
}
