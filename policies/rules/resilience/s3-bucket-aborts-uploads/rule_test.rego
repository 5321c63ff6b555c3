package bulwark.rules_test.s3_bucket_aborts_uploads

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.s3_bucket_aborts_uploads as rule

test_abort_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket_lifecycle_configuration.l", {"rule": [{"status": "Enabled", "filter": [{"prefix": ""}], "abort_incomplete_multipart_upload": [{"days_after_initiation": 7}]}]})])
	fx.verdicts(findings) == set()
}

test_second_rule_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket_lifecycle_configuration.l", {"rule": [{"status": "Enabled", "expiration": [{"days": 30}]}, {"status": "Enabled", "abort_incomplete_multipart_upload": [{"days_after_initiation": 7}]}]})])
	fx.verdicts(findings) == set()
}

test_expiry_alone_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket_lifecycle_configuration.l", {"rule": [{"status": "Enabled", "expiration": [{"days": 30}]}]})])
	fx.verdicts(findings) == {["aws_s3_bucket_lifecycle_configuration.l", "fail", "keeps-broken-uploads"]}
}

test_disabled_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket_lifecycle_configuration.l", {"rule": [{"status": "Disabled", "abort_incomplete_multipart_upload": [{"days_after_initiation": 7}]}]})])
	fx.verdicts(findings) == {["aws_s3_bucket_lifecycle_configuration.l", "fail", "keeps-broken-uploads"]}
}

test_part_of_the_bucket_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket_lifecycle_configuration.l", {"rule": [{"status": "Enabled", "filter": [{"prefix": "logs/"}], "abort_incomplete_multipart_upload": [{"days_after_initiation": 7}]}]})])
	fx.verdicts(findings) == {["aws_s3_bucket_lifecycle_configuration.l", "fail", "keeps-broken-uploads"]}
}

test_inline_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", {"lifecycle_rule": [{"enabled": true, "abort_incomplete_multipart_upload_days": 7}]})])
	fx.verdicts(findings) == set()
}

test_inline_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", {"lifecycle_rule": [{"enabled": true, "expiration": [{"days": 30}]}]})])
	fx.verdicts(findings) == {["aws_s3_bucket.b", "fail", "keeps-broken-uploads"]}
}

test_bucket_without_lifecycle_is_judged_elsewhere if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", {})])
	fx.verdicts(findings) == set()
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket_lifecycle_configuration.l", {"rule": [{"status": fx.expression, "abort_incomplete_multipart_upload": [{"days_after_initiation": 7}]}]})])
	fx.verdicts(findings) == {["aws_s3_bucket_lifecycle_configuration.l", "unknown", "expression-unresolved"]}
}

test_a_prefix_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket_lifecycle_configuration.l", {"rule": [{"status": "Enabled", "prefix": fx.expression, "abort_incomplete_multipart_upload": [{"days_after_initiation": 7}]}]})])
	fx.verdicts(findings) == {["aws_s3_bucket_lifecycle_configuration.l", "unknown", "expression-unresolved"]}
}
