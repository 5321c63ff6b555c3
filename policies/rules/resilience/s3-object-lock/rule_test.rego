package bulwark.rules_test.s3_object_lock

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.s3_object_lock as rule

bucket := fx.res("aws_s3_bucket.b", {"bucket": "telemetry"})

tagged := fx.res("aws_s3_bucket.b", {"bucket": "firmware", "object_lock_enabled": true, "tags": {"bulwark:data-class": "firmware"}})

companion(kind, values) := fx.res(concat("", ["aws_s3_bucket_", kind, ".c"]), object.union({"bucket": fx.ref("aws_s3_bucket.b")}, values))

test_a_year_passes if {
	findings := rule.findings with input as fx.stack([tagged, companion("object_lock_configuration", {"rule": [{"default_retention": [{"mode": "GOVERNANCE", "days": 365}]}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_years_pass if {
	findings := rule.findings with input as fx.stack([tagged, companion("object_lock_configuration", {"rule": [{"default_retention": [{"mode": "GOVERNANCE", "years": 1}]}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_untagged_is_not_applicable if {
	findings := rule.findings with input as fx.stack([bucket]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.b", "not-applicable", "other-data-class"]}
}

test_no_lock_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", {"tags_all": {"bulwark:data-class": "evidence"}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.b", "fail", "absent"]}
}

test_lock_without_retention_fails if {
	findings := rule.findings with input as fx.stack([tagged]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.b", "fail", "absent"]}
}

test_lock_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", {"object_lock_enabled": false, "tags": {"bulwark:data-class": "firmware"}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.b", "fail", "disabled"]}
}

test_short_retention_fails if {
	findings := rule.findings with input as fx.stack([tagged, companion("object_lock_configuration", {"rule": [{"default_retention": [{"mode": "GOVERNANCE", "days": 30}]}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.b", "fail", "below-baseline"]}
}

test_unresolved_days_are_unknown if {
	findings := rule.findings with input as fx.stack([tagged, companion("object_lock_configuration", {"rule": [{"default_retention": [{"mode": "GOVERNANCE", "days": fx.expression}]}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.b", "unknown", "expression-unresolved"]}
}
