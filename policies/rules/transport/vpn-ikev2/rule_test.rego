package bulwark.rules_test.vpn_ikev2

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.vpn_ikev2 as rule

connection(first, second) := fx.stack([fx.res("aws_vpn_connection.x", {"tunnel1_ike_versions": first, "tunnel2_ike_versions": second})])

seen(findings) := {[fact.detail, fact.verdict, fact.reason] | some fact in findings}

test_second_version_alone_passes if {
	findings := rule.findings with input as connection(["ikev2"], ["ikev2"])
	fx.verdicts(findings) == set()
}

test_default_fails_for_both if {
	every value in [null, []] {
		findings := rule.findings with input as connection(value, value)
		seen(findings) == {["tunnel1_ike_versions", "fail", "absent"], ["tunnel2_ike_versions", "fail", "absent"]}
	}
}

test_first_version_beside_the_second_fails if {
	findings := rule.findings with input as connection(["ikev1", "ikev2"], ["ikev2"])
	{[fact.path, fact.actual, fact.reason] | some fact in findings} == {["tunnel1_ike_versions", ["ikev1", "ikev2"], "not-allowed"]}
}

test_second_tunnel_is_judged_as_well if {
	findings := rule.findings with input as connection(["ikev2"], ["ikev1"])
	seen(findings) == {["tunnel2_ike_versions", "fail", "not-allowed"]}
}

test_unresolved_is_unknown if {
	every value in [fx.expression, [fx.expression], ["ikev2", fx.expression]] {
		findings := rule.findings with input as connection(["ikev2"], value)
		fx.verdicts(findings) == {["aws_vpn_connection.x", "unknown", "expression-unresolved"]}
	}
}

test_first_version_beside_something_unresolved_fails if {
	findings := rule.findings with input as connection(["ikev2"], ["ikev1", fx.expression])
	fx.verdicts(findings) == {["aws_vpn_connection.x", "fail", "not-allowed"]}
}
