package bulwark.rules_test.firmware_signed

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.firmware_signed as rule

test_profile_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.f", {"tags": {"bulwark:data-class": "firmware"}}), fx.res("aws_signer_signing_profile.p", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_signing_key_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.f", {"tags": {"bulwark:data-class": "firmware"}}), fx.res("aws_kms_key.k", {"key_usage": "SIGN_VERIFY"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_no_signer_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.f", {"tags": {"bulwark:data-class": "firmware"}}), fx.res("aws_kms_key.k", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.f", "fail", "no-signing-profile"]}
}

test_other_bucket_is_not_applicable if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.f", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.f", "not-applicable", "other-data-class"]}
}

test_unresolved_usage_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.f", {"tags": {"bulwark:data-class": "firmware"}}), fx.res("aws_kms_key.k", {"key_usage": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.f", "unknown", "expression-unresolved"]}
}

test_profile_for_functions_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.f", {"tags": {"bulwark:data-class": "firmware"}}), fx.res("aws_signer_signing_profile.p", {"platform_id": "AWSLambda-SHA384-ECDSA"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.f", "fail", "no-signing-profile"]}
}

test_profile_for_who_knows_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.f", {"tags": {"bulwark:data-class": "firmware"}}), fx.res("aws_signer_signing_profile.p", {"platform_id": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.f", "unknown", "expression-unresolved"]}
}

test_profile_for_devices_beside_one_for_functions_passes if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_s3_bucket.f", {"tags": {"bulwark:data-class": "firmware"}}),
		fx.res("aws_signer_signing_profile.f", {"platform_id": "AWSLambda-SHA384-ECDSA"}),
		fx.res("aws_signer_signing_profile.d", {"platform_id": "AWSIoTDeviceManagement-SHA256-ECDSA"}),
	])
		with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
