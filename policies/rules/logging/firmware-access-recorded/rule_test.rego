package bulwark.rules_test.firmware_access_recorded

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.firmware_access_recorded as rule

test_advanced_selector_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.f", {"bucket": "fw", "tags": {"bulwark:data-class": "firmware"}}), fx.res("aws_cloudtrail.t", {"advanced_event_selector": [{"field_selector": [{"field": "eventCategory", "equals": ["Data"]}, {"field": "resources.type", "equals": ["AWS::S3::Object"]}, {"field": "resources.ARN", "starts_with": ["arn:aws:s3:::fw/"]}]}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_plain_selector_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.f", {"bucket": "fw", "tags": {"bulwark:data-class": "firmware"}}), fx.res("aws_cloudtrail.t", {"event_selector": [{"data_resource": [{"type": "AWS::S3::Object", "values": [fx.template("${aws_s3_bucket.f.arn}/", ["aws_s3_bucket.f"])]}]}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_all_buckets_pass if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.f", {"bucket": "fw", "tags": {"bulwark:data-class": "firmware"}}), fx.res("aws_cloudtrail.t", {"event_selector": [{"data_resource": [{"type": "AWS::S3::Object", "values": ["arn:aws:s3"]}]}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_no_trail_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.f", {"bucket": "fw", "tags": {"bulwark:data-class": "firmware"}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.f", "fail", "no-data-events"]}
}

test_management_only_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.f", {"bucket": "fw", "tags": {"bulwark:data-class": "firmware"}}), fx.res("aws_cloudtrail.t", {"name": "x"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.f", "fail", "no-data-events"]}
}

test_other_bucket_only_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.f", {"bucket": "fw", "tags": {"bulwark:data-class": "firmware"}}), fx.res("aws_cloudtrail.t", {"event_selector": [{"data_resource": [{"type": "AWS::S3::Object", "values": ["arn:aws:s3:::other/"]}]}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.f", "fail", "no-data-events"]}
}

test_untagged_is_not_applicable if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.f", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.f", "not-applicable", "other-data-class"]}
}

test_unresolved_selector_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.f", {"bucket": "fw", "tags": {"bulwark:data-class": "firmware"}}), fx.res("aws_cloudtrail.t", {"event_selector": [{"data_resource": [{"type": "AWS::S3::Object", "values": [fx.expression]}]}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.f", "unknown", "expression-unresolved"]}
}

test_a_kind_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.f", {"bucket": "fw", "tags": {"bulwark:data-class": "firmware"}}), fx.res("aws_cloudtrail.t", {"event_selector": [{"data_resource": [{"type": fx.expression, "values": ["arn:aws:s3"]}]}]})])
	fx.verdicts(findings) == {["aws_s3_bucket.f", "unknown", "expression-unresolved"]}
}
