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

firmware := fx.res("aws_s3_bucket.f", {"bucket": "fw", "tags": {"bulwark:data-class": "firmware"}})

plain(name, block, values) := fx.res(name, object.union(values, {"event_selector": [object.union(block, {"data_resource": [{"type": "AWS::S3::Object", "values": ["arn:aws:s3:::fw/"]}]})]}))

fine(blocks) := fx.res("aws_cloudtrail.t", {"advanced_event_selector": [{"field_selector": array.concat([{"field": "eventCategory", "equals": ["Data"]}, {"field": "resources.type", "equals": ["AWS::S3::Object"]}], blocks)}]})

test_a_trail_switched_off_is_told_by_another_rule if {
	every switch in [false, fx.expression] {
		findings := rule.findings with input as fx.stack([firmware, plain("aws_cloudtrail.t", {}, {"enable_logging": switch})])
		fx.verdicts(findings) == set()
	}
}

test_writes_alone_fail if {
	findings := rule.findings with input as fx.stack([firmware, plain("aws_cloudtrail.t", {"read_write_type": "WriteOnly"}, {})])
	fx.verdicts(findings) == {["aws_s3_bucket.f", "fail", "no-read-events"]}
}

test_reads_alone_fail if {
	findings := rule.findings with input as fx.stack([firmware, fine([{"field": "readOnly", "equals": ["true"]}])])
	fx.verdicts(findings) == {["aws_s3_bucket.f", "fail", "no-write-events"]}
}

test_reads_here_and_writes_there_pass if {
	findings := rule.findings with input as fx.stack([firmware, plain("aws_cloudtrail.w", {"read_write_type": "WriteOnly"}, {}), plain("aws_cloudtrail.r", {"read_write_type": "ReadOnly"}, {})])
	fx.verdicts(findings) == set()
}

test_a_kind_of_event_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([firmware, plain("aws_cloudtrail.t", {"read_write_type": fx.expression}, {})])
	fx.verdicts(findings) == {["aws_s3_bucket.f", "unknown", "expression-unresolved"]}
}

test_single_objects_and_calls_fail if {
	every block in [
		{"field": "resources.ARN", "equals": ["arn:aws:s3:::fw/key"]},
		{"field": "resources.ARN", "ends_with": [".bin"]},
		{"field": "resources.ARN", "not_ends_with": [".bin"]},
		{"field": "resources.ARN", "not_starts_with": ["arn:aws:s3:::fw/"]},
		{"field": "resources.ARN", "not_starts_with": [fx.ref("aws_s3_bucket.f")]},
		{"field": "resources.ARN", "not_equals": ["arn:aws:s3:::fw/key"]},
		{"field": "resources.ARN", "starts_with": ["arn:aws:s3:::fw/stable/"]},
		{"field": "resources.ARN", "starts_with": [fx.template("${aws_s3_bucket.f.arn}/stable", ["aws_s3_bucket.f"])]},
		{"field": "eventName", "equals": ["PutObject"]},
	] {
		findings := rule.findings with input as fx.stack([firmware, fine([block])])
		fx.verdicts(findings) == {["aws_s3_bucket.f", "fail", "no-data-events"]}
	}
}

test_other_buckets_left_out_pass if {
	every block in [
		{"field": "resources.ARN", "not_starts_with": ["arn:aws:s3:::logs/", fx.ref("aws_s3_bucket.logs")]},
		{"field": "resources.ARN", "starts_with": ["arn:aws:s3"]},
	] {
		findings := rule.findings with input as fx.stack([firmware, fine([block])])
		fx.verdicts(findings) == set()
	}
}

test_a_bucket_left_out_that_nobody_knows_is_unknown if {
	findings := rule.findings with input as fx.stack([firmware, fine([{"field": "resources.ARN", "not_starts_with": [fx.expression]}])])
	fx.verdicts(findings) == {["aws_s3_bucket.f", "unknown", "expression-unresolved"]}
}

test_another_bucket_by_reference_fails if {
	findings := rule.findings with input as fx.stack([firmware, fine([{"field": "resources.ARN", "starts_with": [fx.ref("aws_s3_bucket.other")]}])])
	fx.verdicts(findings) == {["aws_s3_bucket.f", "fail", "no-data-events"]}
}

test_a_bucket_without_a_known_name_may_be_the_one_named if {
	unnamed := fx.res("aws_s3_bucket.f", {"bucket": fx.expression, "tags": {"bulwark:data-class": "firmware"}})
	findings := rule.findings with input as fx.stack([unnamed, plain("aws_cloudtrail.t", {}, {})])
	fx.verdicts(findings) == {["aws_s3_bucket.f", "unknown", "expression-unresolved"]}
}

test_a_generated_name_is_none_of_those_left_out if {
	unnamed := fx.res("aws_s3_bucket.f", {"tags": {"bulwark:data-class": "firmware"}})
	findings := rule.findings with input as fx.stack([unnamed, fine([{"field": "resources.ARN", "not_starts_with": ["arn:aws:s3:::logs/"]}])])
	fx.verdicts(findings) == set()
}

test_an_unknown_name_may_be_the_one_left_out if {
	unnamed := fx.res("aws_s3_bucket.f", {"bucket": fx.expression, "tags": {"bulwark:data-class": "firmware"}})
	findings := rule.findings with input as fx.stack([unnamed, fine([{"field": "resources.ARN", "not_starts_with": ["arn:aws:s3:::logs/"]}])])
	fx.verdicts(findings) == {["aws_s3_bucket.f", "unknown", "expression-unresolved"]}
}

test_an_unknown_name_is_not_that_of_another_bucket_by_reference if {
	unnamed := fx.res("aws_s3_bucket.f", {"bucket": fx.expression, "tags": {"bulwark:data-class": "firmware"}})
	findings := rule.findings with input as fx.stack([unnamed, fine([{"field": "resources.ARN", "starts_with": [fx.ref("aws_s3_bucket.other")]}])])
	fx.verdicts(findings) == {["aws_s3_bucket.f", "fail", "no-data-events"]}
}

test_a_reference_to_the_bucket_records_it_with_or_without_a_slash if {
	every start in [fx.ref("aws_s3_bucket.f"), fx.template("${aws_s3_bucket.f.arn}", ["aws_s3_bucket.f"]), fx.template("${aws_s3_bucket.f.arn}/", ["aws_s3_bucket.f"])] {
		findings := rule.findings with input as fx.stack([firmware, fine([{"field": "resources.ARN", "starts_with": [start]}])])
		fx.verdicts(findings) == set()
	}
}

test_more_than_the_bucket_in_a_text_fails if {
	start := fx.template("${aws_s3_bucket.f.arn}/${local_file.x.id}", ["aws_s3_bucket.f", "local_file.x"])
	findings := rule.findings with input as fx.stack([firmware, fine([{"field": "resources.ARN", "starts_with": [start]}])])
	fx.verdicts(findings) == {["aws_s3_bucket.f", "fail", "no-data-events"]}
}

test_the_beginning_of_its_name_left_out_fails if {
	findings := rule.findings with input as fx.stack([firmware, fine([{"field": "resources.ARN", "not_starts_with": ["arn:aws:s3:::f"]}])])
	fx.verdicts(findings) == {["aws_s3_bucket.f", "fail", "no-data-events"]}
}

test_selectors_of_other_events_record_no_objects if {
	every first in [
		[{"field": "eventCategory", "equals": ["Data"]}, {"field": "resources.type", "equals": ["AWS::Lambda::Function"]}],
		[{"field": "eventCategory", "equals": ["NetworkActivity"]}, {"field": "resources.type", "equals": ["AWS::S3::Object"]}],
	] {
		findings := rule.findings with input as fx.stack([firmware, fx.res("aws_cloudtrail.t", {"advanced_event_selector": [{"field_selector": first}]})])
		fx.verdicts(findings) == {["aws_s3_bucket.f", "fail", "no-data-events"]}
	}
}

test_other_partitions_have_buckets_too if {
	every partition in ["aws-cn", "aws-us-gov"] {
		start := concat("", ["arn:", partition, ":s3:::fw/"])
		findings := rule.findings with input as fx.stack([firmware, fine([{"field": "resources.ARN", "starts_with": [start]}])])
		fx.verdicts(findings) == set()
	}
}
