package bulwark.rules_test.s3_bucket_versioned

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.s3_bucket_versioned as rule

bucket := fx.res("aws_s3_bucket.b", {"bucket": "telemetry"})

tagged := fx.res("aws_s3_bucket.b", {"bucket": "firmware", "object_lock_enabled": true, "tags": {"bulwark:data-class": "firmware"}})

companion(kind, values) := fx.res(concat("", ["aws_s3_bucket_", kind, ".c"]), object.union({"bucket": fx.ref("aws_s3_bucket.b")}, values))

test_enabled_passes if {
	findings := rule.findings with input as fx.stack([bucket, companion("versioning", {"versioning_configuration": [{"status": "Enabled"}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket_versioning.c", "not-applicable", "judged-on-its-bucket"]}
}

test_inline_enabled_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", {"versioning": [{"enabled": true}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_inline_disabled_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", {"versioning": [{"enabled": false}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.b", "fail", "disabled"]}
}

test_no_versioning_fails if {
	findings := rule.findings with input as fx.stack([bucket]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.b", "fail", "absent"]}
}

test_suspended_fails if {
	findings := rule.findings with input as fx.stack([bucket, companion("versioning", {"versioning_configuration": [{"status": "Suspended"}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.b", "fail", "not-allowed"], ["aws_s3_bucket_versioning.c", "not-applicable", "judged-on-its-bucket"]}
}

test_indexed_buckets_are_matched if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b[0]", {}), fx.res("aws_s3_bucket_versioning.c", {"bucket": fx.ref("aws_s3_bucket.b[0]"), "versioning_configuration": [{"status": "Enabled"}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket_versioning.c", "not-applicable", "judged-on-its-bucket"]}
}

test_one_of_several_buckets_is_unknown if {
	one_of := {"$unknown": "expression", "refs": ["aws_s3_bucket.b[0]", "aws_kms_key.k", "aws_s3_bucket.b[1]"]}
	every target in [one_of, fx.ref("aws_s3_bucket.b")] {
		findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b[0]", {}), fx.res("aws_s3_bucket.b[1]", {}), fx.res("aws_s3_bucket.x", {}), fx.res("aws_s3_bucket_versioning.c", {"bucket": target, "versioning_configuration": [{"status": "Enabled"}]})]) with data.baseline as fx.baseline
		fx.verdicts(findings) == {["aws_s3_bucket.b[0]", "unknown", "reference-unresolved"], ["aws_s3_bucket.b[1]", "unknown", "reference-unresolved"], ["aws_s3_bucket.x", "fail", "absent"]}
	}
}

test_the_only_bucket_among_references_is_matched if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", {}), fx.res("aws_s3_bucket_versioning.c", {"bucket": {"$unknown": "expression", "refs": ["aws_s3_bucket.b", "aws_kms_key.k"]}, "versioning_configuration": [{"status": "Enabled"}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket_versioning.c", "not-applicable", "judged-on-its-bucket"]}
}

test_unresolved_status_is_unknown if {
	findings := rule.findings with input as fx.stack([bucket, companion("versioning", {"versioning_configuration": [{"status": fx.expression}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.b", "unknown", "expression-unresolved"], ["aws_s3_bucket_versioning.c", "not-applicable", "judged-on-its-bucket"]}
}

test_bucket_made_elsewhere_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket_versioning.e", {"bucket": "elsewhere", "versioning_configuration": [{"status": "Suspended"}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket_versioning.e", "fail", "not-allowed"]}
}

test_bucket_made_elsewhere_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket_versioning.e", {"bucket": "elsewhere", "versioning_configuration": [{"status": "Enabled"}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
