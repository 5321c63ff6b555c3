package bulwark.rules_test.route53_query_logged

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.route53_query_logged as rule

test_companion_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_route53_zone.x", {"name": "devices.example.com"}), fx.res("aws_route53_query_log.c", {"zone_id": fx.ref("aws_route53_zone.x")})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_route53_zone.x", {"name": "devices.example.com"})])
	fx.verdicts(findings) == {["aws_route53_zone.x", "fail", "absent"]}
}

test_private_zone_does_not_apply if {
	findings := rule.findings with input as fx.stack([fx.res("aws_route53_zone.x", {"name": "internal", "vpc": [{"vpc_id": "vpc-1"}]})])
	fx.verdicts(findings) == {["aws_route53_zone.x", "not-applicable", "private-zone"]}
}

test_companion_with_an_unresolved_target_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_route53_zone.x", {"name": "devices.example.com"}), fx.res("aws_route53_query_log.c", {"zone_id": fx.expression})])
	fx.verdicts(findings) == {["aws_route53_zone.x", "unknown", "reference-unresolved"]}
}

test_zone_of_which_nobody_knows_whether_it_is_private_is_unknown if {
	zone := fx.res("aws_route53_zone.x", {"name": "devices.example.com", "vpc": fx.expression})
	findings := rule.findings with input as fx.stack([zone])
	fx.verdicts(findings) == {["aws_route53_zone.x", "unknown", "expression-unresolved"]}
	joined := rule.findings with input as fx.stack([zone, fx.res("aws_route53_query_log.c", {"zone_id": fx.ref("aws_route53_zone.x")})])
	fx.verdicts(joined) == set()
}
