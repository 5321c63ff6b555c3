package bulwark.rules_test.cloudfront_firewalled

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.cloudfront_firewalled as rule

test_set_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {"web_acl_id": "x"})])
	fx.verdicts(findings) == set()
}

test_absent_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {})])
	fx.verdicts(findings) == {["aws_cloudfront_distribution.x", "fail", "absent"]}
}

test_reference_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {"web_acl_id": fx.ref("aws_x.y")})])
	fx.verdicts(findings) == set()
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {"web_acl_id": fx.expression})])
	fx.verdicts(findings) == {["aws_cloudfront_distribution.x", "unknown", "expression-unresolved"]}
}
