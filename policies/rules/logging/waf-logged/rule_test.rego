package bulwark.rules_test.waf_logged

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.waf_logged as rule

test_joined_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {}), fx.res("aws_wafv2_web_acl_logging_configuration.y", {"resource_arn": fx.ref("aws_wafv2_web_acl.x")})])
	fx.verdicts(findings) == set()
}

test_alone_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {})])
	fx.verdicts(findings) == {["aws_wafv2_web_acl.x", "fail", "absent"]}
}

test_joined_elsewhere_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {}), fx.res("aws_wafv2_web_acl_logging_configuration.y", {"resource_arn": fx.ref("aws_wafv2_web_acl.other")})])
	fx.verdicts(findings) == {["aws_wafv2_web_acl.x", "fail", "absent"]}
}

test_unresolved_link_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {}), fx.res("aws_wafv2_web_acl_logging_configuration.y", {"resource_arn": fx.expression})])
	fx.verdicts(findings) == {["aws_wafv2_web_acl.x", "unknown", "reference-unresolved"]}
}
