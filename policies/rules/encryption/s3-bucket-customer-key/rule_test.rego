package bulwark.rules_test.s3_bucket_customer_key

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.s3_bucket_customer_key as rule

bucket := fx.res("aws_s3_bucket.b", {"bucket": "telemetry"})

tagged := fx.res("aws_s3_bucket.b", {"bucket": "firmware", "object_lock_enabled": true, "tags": {"bulwark:data-class": "firmware"}})

companion(kind, values) := fx.res(concat("", ["aws_s3_bucket_", kind, ".c"]), object.union({"bucket": fx.ref("aws_s3_bucket.b")}, values))

test_own_key_passes if {
	findings := rule.findings with input as fx.stack([bucket, companion("server_side_encryption_configuration", {"rule": [{"apply_server_side_encryption_by_default": [{"sse_algorithm": "aws:kms", "kms_master_key_id": "arn:aws:kms:eu-central-1:1:key/1"}]}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_reference_to_a_key_passes if {
	findings := rule.findings with input as fx.stack([bucket, companion("server_side_encryption_configuration", {"rule": [{"apply_server_side_encryption_by_default": [{"sse_algorithm": "aws:kms", "kms_master_key_id": fx.ref("aws_kms_key.k")}]}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_companion_by_name_passes if {
	findings := rule.findings with input as fx.stack([bucket, fx.res("aws_s3_bucket_server_side_encryption_configuration.c", {"bucket": "telemetry", "rule": [{"apply_server_side_encryption_by_default": [{"sse_algorithm": "aws:kms", "kms_master_key_id": fx.ref("aws_kms_key.k")}]}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_inline_form_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", {"bucket": "x", "server_side_encryption_configuration": [{"rule": [{"apply_server_side_encryption_by_default": [{"sse_algorithm": "aws:kms", "kms_master_key_id": fx.ref("aws_kms_key.k")}]}]}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_no_rule_fails if {
	findings := rule.findings with input as fx.stack([bucket]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.b", "fail", "absent"]}
}

test_sse_s3_fails if {
	findings := rule.findings with input as fx.stack([bucket, companion("server_side_encryption_configuration", {"rule": [{"apply_server_side_encryption_by_default": [{"sse_algorithm": "AES256"}]}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.b", "fail", "not-customer-key"]}
}

test_kms_without_key_fails if {
	findings := rule.findings with input as fx.stack([bucket, companion("server_side_encryption_configuration", {"rule": [{"apply_server_side_encryption_by_default": [{"sse_algorithm": "aws:kms"}]}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.b", "fail", "absent"]}
}

test_aws_managed_alias_fails if {
	findings := rule.findings with input as fx.stack([bucket, companion("server_side_encryption_configuration", {"rule": [{"apply_server_side_encryption_by_default": [{"sse_algorithm": "aws:kms", "kms_master_key_id": fx.ref("data.aws_kms_alias.s3")}]}]}), fx.res("data.aws_kms_alias.s3", {"name": "alias/aws/s3"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.b", "fail", "aws-managed-key"]}
}

test_unresolved_key_is_unknown if {
	findings := rule.findings with input as fx.stack([bucket, companion("server_side_encryption_configuration", {"rule": [{"apply_server_side_encryption_by_default": [{"sse_algorithm": "aws:kms", "kms_master_key_id": fx.expression}]}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.b", "unknown", "expression-unresolved"]}
}

test_stray_companion_is_unknown if {
	findings := rule.findings with input as fx.stack([bucket, fx.res("aws_s3_bucket_server_side_encryption_configuration.c", {"bucket": fx.expression, "rule": []})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.b", "unknown", "reference-unresolved"]}
}

test_access_log_bucket_is_not_applicable if {
	findings := rule.findings with input as fx.stack([bucket, fx.res("aws_s3_bucket_logging.l", {"bucket": fx.ref("aws_s3_bucket.other"), "target_bucket": fx.ref("aws_s3_bucket.b")})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.b", "not-applicable", "access-log-bucket"]}
}

test_a_bucket_for_the_logs_of_a_balancer_is_not_applicable if {
	every balancer in [
		fx.res("aws_lb.l", {"access_logs": [{"bucket": fx.ref("aws_s3_bucket.b")}]}),
		fx.res("aws_lb.l", {"load_balancer_type": "application", "connection_logs": [{"bucket": "telemetry"}]}),
		fx.res("aws_elb.l", {"access_logs": [{"bucket": "telemetry"}]}),
	] {
		findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", {"bucket": "telemetry"}), balancer])
		fx.verdicts(findings) == {["aws_s3_bucket.b", "not-applicable", "access-log-bucket"]}
	}
}

test_a_network_balancer_can_deliver_under_a_key if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", {"bucket": "telemetry"}), fx.res("aws_lb.l", {"load_balancer_type": "network", "access_logs": [{"bucket": "telemetry"}]})])
	fx.verdicts(findings) == {["aws_s3_bucket.b", "fail", "absent"]}
}

test_a_bucket_for_logs_may_be_under_the_key_of_s3 if {
	plain := companion("server_side_encryption_configuration", {"rule": [{"apply_server_side_encryption_by_default": [{"sse_algorithm": "AES256"}]}]})
	every type in ["aws_lb.l", "aws_alb.l", "aws_elb.l"] {
		findings := rule.findings with input as fx.stack([bucket, plain, fx.res(type, {"access_logs": [{"bucket": fx.ref("aws_s3_bucket.b")}]})])
		fx.verdicts(findings) == {["aws_s3_bucket.b", "not-applicable", "access-log-bucket"]}
	}
}

test_a_bucket_for_other_things_beside_a_balancer_is_judged if {
	findings := rule.findings with input as fx.stack([bucket, fx.res("aws_lb.l", {"access_logs": [{"bucket": fx.ref("aws_s3_bucket.other")}]})])
	fx.verdicts(findings) == {["aws_s3_bucket.b", "fail", "absent"]}
}
