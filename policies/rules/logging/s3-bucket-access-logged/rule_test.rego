package bulwark.rules_test.s3_bucket_access_logged

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.s3_bucket_access_logged as rule

bucket := fx.res("aws_s3_bucket.b", {"bucket": "telemetry"})

tagged := fx.res("aws_s3_bucket.b", {"bucket": "firmware", "object_lock_enabled": true, "tags": {"bulwark:data-class": "firmware"}})

companion(kind, values) := fx.res(concat("", ["aws_s3_bucket_", kind, ".c"]), object.union({"bucket": fx.ref("aws_s3_bucket.b")}, values))

test_logged_passes if {
	findings := rule.findings with input as fx.stack([bucket, fx.res("aws_s3_bucket.logs", {"bucket": "logs"}), companion("logging", {"target_bucket": fx.ref("aws_s3_bucket.logs")})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.logs", "not-applicable", "access-log-bucket"]}
}

test_inline_logging_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", {"logging": [{"target_bucket": "other"}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_unlogged_fails if {
	findings := rule.findings with input as fx.stack([bucket]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.b", "fail", "absent"]}
}

test_stray_logging_is_unknown if {
	findings := rule.findings with input as fx.stack([bucket, fx.res("aws_s3_bucket_logging.c", {"bucket": fx.expression, "target_bucket": "other"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.b", "unknown", "reference-unresolved"]}
}
