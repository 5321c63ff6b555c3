package bulwark.rules_test.s3_bucket_origins_named

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.s3_bucket_origins_named as rule

test_named_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket_cors_configuration.c", {"cors_rule": [{"allowed_methods": ["PUT"], "allowed_origins": ["https://app.example.com"]}]})])
	fx.verdicts(findings) == set()
}

test_any_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket_cors_configuration.c", {"cors_rule": [{"allowed_methods": ["PUT"], "allowed_origins": ["*"]}]})])
	fx.verdicts(findings) == {["aws_s3_bucket_cors_configuration.c", "fail", "any-origin"]}
}

test_inline_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", {"cors_rule": [{"allowed_methods": ["GET"], "allowed_origins": ["*"]}]})])
	fx.verdicts(findings) == {["aws_s3_bucket.b", "fail", "any-origin"]}
}

test_no_rule_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", {})])
	fx.verdicts(findings) == set()
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket_cors_configuration.c", {"cors_rule": [{"allowed_methods": ["PUT"], "allowed_origins": fx.expression}]})])
	fx.verdicts(findings) == {["aws_s3_bucket_cors_configuration.c", "unknown", "expression-unresolved"]}
}

test_any_origin_of_a_scheme_fails if {
	every origin in ["https://*", "http*"] {
		findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket_cors_configuration.x", {"cors_rule": [{"allowed_origins": [origin]}]})])
		{[fact.verdict, fact.actual] | some fact in findings} == {["fail", origin]}
	}
}

test_the_pages_of_one_domain_pass if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket_cors_configuration.x", {"cors_rule": [{"allowed_origins": ["https://*.example.com"]}]})])
	fx.verdicts(findings) == set()
}
