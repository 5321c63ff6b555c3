package bulwark.rules_test.s3_bucket_no_force_destroy

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.s3_bucket_no_force_destroy as rule

test_off_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.f", {"force_destroy": false, "tags": {"bulwark:data-class": "firmware"}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.f", {"bucket": "fw", "tags": {"bulwark:data-class": "firmware"}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_on_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.f", {"force_destroy": true, "tags": {"bulwark:data-class": "audit"}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.f", "fail", "not-allowed"]}
}

test_scratch_bucket_is_not_applicable if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.f", {"force_destroy": true})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.f", "not-applicable", "other-data-class"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.f", {"force_destroy": fx.expression, "tags": {"bulwark:data-class": "audit"}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.f", "unknown", "expression-unresolved"]}
}
