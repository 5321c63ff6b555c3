package bulwark.rules_test.appsync_firewalled

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.appsync_firewalled as rule

test_guarded_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_appsync_graphql_api.x", {}), fx.res("aws_wafv2_web_acl_association.x", {"resource_arn": fx.ref("aws_appsync_graphql_api.x")})])
	fx.verdicts(findings) == set()
}

test_unguarded_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_appsync_graphql_api.x", {})])
	fx.verdicts(findings) == {["aws_appsync_graphql_api.x", "fail", "absent"]}
}

test_private_does_not_apply if {
	findings := rule.findings with input as fx.stack([fx.res("aws_appsync_graphql_api.x", {"visibility": "PRIVATE"})])
	fx.verdicts(findings) == {["aws_appsync_graphql_api.x", "not-applicable", "private"]}
}

test_association_with_an_unresolved_target_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_appsync_graphql_api.x", {}), fx.res("aws_wafv2_web_acl_association.x", {"resource_arn": fx.expression})])
	fx.verdicts(findings) == {["aws_appsync_graphql_api.x", "unknown", "reference-unresolved"]}
}
