package bulwark.rules_test.s3_bucket_lifecycle

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.s3_bucket_lifecycle as rule

bucket := fx.res("aws_s3_bucket.b", {"bucket": "telemetry"})

tagged := fx.res("aws_s3_bucket.b", {"bucket": "firmware", "object_lock_enabled": true, "tags": {"bulwark:data-class": "firmware"}})

companion(kind, values) := fx.res(concat("", ["aws_s3_bucket_", kind, ".c"]), object.union({"bucket": fx.ref("aws_s3_bucket.b")}, values))

test_expiry_passes if {
	findings := rule.findings with input as fx.stack([bucket, companion("lifecycle_configuration", {"rule": [{"id": "r", "status": "Enabled", "expiration": [{"days": 365}]}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket_lifecycle_configuration.c", "not-applicable", "judged-on-its-bucket"]}
}

test_inline_rule_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", {"lifecycle_rule": [{"enabled": true, "expiration": [{"days": 30}]}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_no_lifecycle_fails if {
	findings := rule.findings with input as fx.stack([bucket]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.b", "fail", "absent"]}
}

test_disabled_rule_fails if {
	findings := rule.findings with input as fx.stack([bucket, companion("lifecycle_configuration", {"rule": [{"id": "r", "status": "Disabled", "expiration": [{"days": 365}]}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.b", "fail", "no-expiry"], ["aws_s3_bucket_lifecycle_configuration.c", "not-applicable", "judged-on-its-bucket"]}
}

test_rule_without_expiry_fails if {
	findings := rule.findings with input as fx.stack([bucket, companion("lifecycle_configuration", {"rule": [{"status": "Enabled", "transition": [{"days": 30}]}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.b", "fail", "no-expiry"], ["aws_s3_bucket_lifecycle_configuration.c", "not-applicable", "judged-on-its-bucket"]}
}

test_unresolved_status_is_unknown if {
	findings := rule.findings with input as fx.stack([bucket, companion("lifecycle_configuration", {"rule": [{"id": "r", "status": fx.expression, "expiration": [{"days": 365}]}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.b", "unknown", "expression-unresolved"], ["aws_s3_bucket_lifecycle_configuration.c", "not-applicable", "judged-on-its-bucket"]}
}

test_bucket_made_elsewhere_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket_lifecycle_configuration.e", {"bucket": "elsewhere", "rule": [{"status": "Disabled", "expiration": [{"days": 30}]}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket_lifecycle_configuration.e", "fail", "no-expiry"]}
}

test_bucket_made_elsewhere_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket_lifecycle_configuration.e", {"bucket": "elsewhere", "rule": [{"status": "Enabled", "expiration": [{"days": 30}]}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_delete_markers_alone_fail if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", {"lifecycle_rule": [{"enabled": true, "expiration": [{"expired_object_delete_marker": true, "days": 0, "date": ""}]}]})])
	fx.verdicts(findings) == {["aws_s3_bucket.b", "fail", "no-expiry"]}
}

test_days_that_are_not_known_are_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", {"lifecycle_rule": [{"enabled": true, "expiration": [{"days": fx.expression}]}]})])
	fx.verdicts(findings) == {["aws_s3_bucket.b", "unknown", "expression-unresolved"]}
}

test_earlier_versions_that_end_pass if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", {"lifecycle_rule": [{"enabled": true, "noncurrent_version_expiration": [{"days": 30}]}]})])
	fx.verdicts(findings) == set()
}
