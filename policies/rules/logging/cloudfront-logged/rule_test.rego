package bulwark.rules_test.cloudfront_logged

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.cloudfront_logged as rule

test_old_way_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {"logging_config": [{"bucket": "b"}]})])
	fx.verdicts(findings) == set()
}

test_new_way_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {}), fx.res("aws_cloudwatch_log_delivery_source.s", {"resource_arn": fx.ref("aws_cloudfront_distribution.x")})])
	fx.verdicts(findings) == set()
}

test_none_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {})])
	fx.verdicts(findings) == {["aws_cloudfront_distribution.x", "fail", "absent"]}
}

test_unresolved_source_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {}), fx.res("aws_cloudwatch_log_delivery_source.s", {"resource_arn": fx.expression})])
	fx.verdicts(findings) == {["aws_cloudfront_distribution.x", "unknown", "reference-unresolved"]}
}

test_without_a_bucket_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {"logging_config": [{"include_cookies": true}]})])
	fx.verdicts(findings) == {["aws_cloudfront_distribution.x", "fail", "absent"]}
}

test_a_bucket_that_may_be_none_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {"logging_config": [{"bucket": fx.expression}]})])
	fx.verdicts(findings) == {["aws_cloudfront_distribution.x", "unknown", "expression-unresolved"]}
}
