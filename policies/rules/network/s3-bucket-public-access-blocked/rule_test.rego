package bulwark.rules_test.s3_bucket_public_access_blocked

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.s3_bucket_public_access_blocked as rule

bucket := fx.res("aws_s3_bucket.b", {"bucket": "telemetry"})

tagged := fx.res("aws_s3_bucket.b", {"bucket": "firmware", "object_lock_enabled": true, "tags": {"bulwark:data-class": "firmware"}})

companion(kind, values) := fx.res(concat("", ["aws_s3_bucket_", kind, ".c"]), object.union({"bucket": fx.ref("aws_s3_bucket.b")}, values))

test_all_four_pass if {
	findings := rule.findings with input as fx.stack([bucket, companion("public_access_block", {"block_public_acls": true, "block_public_policy": true, "ignore_public_acls": true, "restrict_public_buckets": true})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket_public_access_block.c", "not-applicable", "judged-on-its-bucket"]}
}

test_account_block_passes if {
	findings := rule.findings with input as fx.stack([bucket, fx.res("aws_s3_account_public_access_block.a", {"block_public_acls": true, "block_public_policy": true, "ignore_public_acls": true, "restrict_public_buckets": true})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_no_block_fails if {
	findings := rule.findings with input as fx.stack([bucket]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.b", "fail", "absent"]}
}

test_one_off_fails if {
	findings := rule.findings with input as fx.stack([bucket, companion("public_access_block", {"block_public_acls": true, "block_public_policy": false, "ignore_public_acls": true, "restrict_public_buckets": true})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.b", "fail", "disabled"], ["aws_s3_bucket_public_access_block.c", "not-applicable", "judged-on-its-bucket"]}
}

test_one_left_out_fails if {
	findings := rule.findings with input as fx.stack([bucket, companion("public_access_block", {"block_public_acls": true, "block_public_policy": true, "ignore_public_acls": true})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.b", "fail", "absent"], ["aws_s3_bucket_public_access_block.c", "not-applicable", "judged-on-its-bucket"]}
}

test_unresolved_switch_is_unknown if {
	findings := rule.findings with input as fx.stack([bucket, companion("public_access_block", {"block_public_acls": true, "block_public_policy": fx.expression, "ignore_public_acls": true, "restrict_public_buckets": true})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.b", "unknown", "expression-unresolved"], ["aws_s3_bucket_public_access_block.c", "not-applicable", "judged-on-its-bucket"]}
}

test_bucket_made_elsewhere_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket_public_access_block.e", {"bucket": "elsewhere", "block_public_acls": true, "block_public_policy": false, "ignore_public_acls": true, "restrict_public_buckets": true})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket_public_access_block.e", "fail", "disabled"]}
}

test_bucket_made_elsewhere_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket_public_access_block.e", {"bucket": "elsewhere", "block_public_acls": true, "block_public_policy": true, "ignore_public_acls": true, "restrict_public_buckets": true})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_the_block_of_an_account_needs_all_four if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_account_public_access_block.a", {"block_public_acls": true, "block_public_policy": false, "ignore_public_acls": fx.expression})])
	{[fact.detail, fact.verdict] | some fact in findings} == {["block_public_policy", "fail"], ["ignore_public_acls", "unknown"], ["restrict_public_buckets", "fail"]}
}
