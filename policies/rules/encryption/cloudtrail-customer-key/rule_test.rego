package bulwark.rules_test.cloudtrail_customer_key

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.cloudtrail_customer_key as rule

test_own_key_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudtrail.t", {"kms_key_id": fx.ref("aws_kms_key.k")})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_key_by_arn_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudtrail.t", {"kms_key_id": "arn:aws:kms:eu-central-1:1:key/1"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_no_key_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudtrail.t", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudtrail.t", "fail", "absent"]}
}

test_aws_alias_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudtrail.t", {"kms_key_id": "alias/aws/x"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudtrail.t", "fail", "aws-managed-key"]}
}

test_aws_alias_by_reference_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudtrail.t", {"kms_key_id": fx.ref("data.aws_kms_alias.cloudtrail")}), fx.res("data.aws_kms_alias.cloudtrail", {"name": "alias/aws/cloudtrail"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudtrail.t", "fail", "aws-managed-key"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudtrail.t", {"kms_key_id": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudtrail.t", "unknown", "expression-unresolved"]}
}

test_event_data_store_without_key_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudtrail_event_data_store.s", {"name": "s"})])
	fx.verdicts(findings) == {["aws_cloudtrail_event_data_store.s", "fail", "absent"]}
}

test_event_data_store_with_key_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudtrail_event_data_store.s", {"kms_key_id": fx.ref("aws_kms_key.k")})])
	fx.verdicts(findings) == set()
}
