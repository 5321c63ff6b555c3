package bulwark.rules_test.appsync_cache_encrypted

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.appsync_cache_encrypted as rule

test_both_on_pass if {
	findings := rule.findings with input as fx.stack([fx.res("aws_appsync_api_cache.x", {"at_rest_encryption_enabled": true, "transit_encryption_enabled": true})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_appsync_api_cache.x", {})])
	fx.verdicts(findings) == {["aws_appsync_api_cache.x", "fail", "absent"]}
}

test_at_rest_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_appsync_api_cache.x", {"at_rest_encryption_enabled": false, "transit_encryption_enabled": true})])
	fx.verdicts(findings) == {["aws_appsync_api_cache.x", "fail", "disabled"]}
}

test_transit_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_appsync_api_cache.x", {"at_rest_encryption_enabled": true, "transit_encryption_enabled": false})])
	fx.verdicts(findings) == {["aws_appsync_api_cache.x", "fail", "disabled"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_appsync_api_cache.x", {"at_rest_encryption_enabled": true, "transit_encryption_enabled": fx.expression})])
	fx.verdicts(findings) == {["aws_appsync_api_cache.x", "unknown", "expression-unresolved"]}
}

test_two_faults_are_two if {
	findings := rule.findings with input as fx.stack([fx.res("aws_appsync_api_cache.r", {"at_rest_encryption_enabled": false, "transit_encryption_enabled": false})])
	fx.details(findings) == {["aws_appsync_api_cache.r", "at_rest_encryption_enabled"], ["aws_appsync_api_cache.r", "transit_encryption_enabled"]}
}
