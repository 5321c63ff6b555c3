package bulwark.rules_test.s3_bucket_no_website

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.s3_bucket_no_website as rule

test_plain_bucket_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", {"bucket": "b"})])
	fx.verdicts(findings) == set()
}

test_website_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", {"bucket": "b"}), fx.res("aws_s3_bucket_website_configuration.w", {"bucket": fx.ref("aws_s3_bucket.b")})])
	fx.verdicts(findings) == {["aws_s3_bucket.b", "fail", "plain-website"], ["aws_s3_bucket_website_configuration.w", "not-applicable", "judged-on-its-bucket"]}
}

test_inline_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", {"website": [{"index_document": "index.html"}]})])
	fx.verdicts(findings) == {["aws_s3_bucket.b", "fail", "plain-website"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", {"bucket": "b"}), fx.res("aws_s3_bucket_website_configuration.w", {"bucket": fx.expression})])
	fx.verdicts(findings) == {["aws_s3_bucket.b", "unknown", "expression-unresolved"], ["aws_s3_bucket_website_configuration.w", "unknown", "expression-unresolved"]}
}

test_a_website_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.x", {"website": fx.expression})])
	fx.verdicts(findings) == {["aws_s3_bucket.x", "unknown", "expression-unresolved"]}
}

test_bucket_made_elsewhere_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket_website_configuration.e", {"bucket": "elsewhere", "index_document": [{"suffix": "index.html"}]})])
	fx.verdicts(findings) == {["aws_s3_bucket_website_configuration.e", "fail", "plain-website"]}
}
