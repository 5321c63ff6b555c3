package bulwark.rules_test.s3_bucket_tls_only

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.s3_bucket_tls_only as rule

bucket := fx.res("aws_s3_bucket.b", {"bucket": "telemetry"})

tagged := fx.res("aws_s3_bucket.b", {"bucket": "firmware", "object_lock_enabled": true, "tags": {"bulwark:data-class": "firmware"}})

companion(kind, values) := fx.res(concat("", ["aws_s3_bucket_", kind, ".c"]), object.union({"bucket": fx.ref("aws_s3_bucket.b")}, values))

test_deny_passes if {
	findings := rule.findings with input as fx.stack([bucket, companion("policy", {"policy": {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::telemetry", "arn:aws:s3:::telemetry/*"], "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket_policy.c", "not-applicable", "judged-on-its-bucket"]}
}

test_inline_policy_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", {"policy": {"Statement": {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::telemetry", "arn:aws:s3:::telemetry/*"], "Condition": {"Bool": {"aws:SecureTransport": "false"}}}}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_no_policy_fails if {
	findings := rule.findings with input as fx.stack([bucket]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.b", "fail", "absent"]}
}

test_no_deny_fails if {
	findings := rule.findings with input as fx.stack([bucket, companion("policy", {"policy": {"Version": "2012-10-17", "Statement": []}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.b", "fail", "plaintext-allowed"], ["aws_s3_bucket_policy.c", "not-applicable", "judged-on-its-bucket"]}
}

test_deny_on_objects_only_fails if {
	findings := rule.findings with input as fx.stack([bucket, companion("policy", {"policy": {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::telemetry/*"], "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.b", "fail", "plaintext-allowed"], ["aws_s3_bucket_policy.c", "not-applicable", "judged-on-its-bucket"]}
}

test_inverted_condition_fails if {
	findings := rule.findings with input as fx.stack([bucket, companion("policy", {"policy": {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::telemetry", "arn:aws:s3:::telemetry/*"], "Condition": {"Bool": {"aws:SecureTransport": "true"}}}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.b", "fail", "plaintext-allowed"], ["aws_s3_bucket_policy.c", "not-applicable", "judged-on-its-bucket"]}
}

test_deny_for_one_principal_fails if {
	findings := rule.findings with input as fx.stack([bucket, companion("policy", {"policy": {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": {"AWS": "arn:aws:iam::1:root"}, "Action": "s3:*", "Resource": ["arn:aws:s3:::telemetry", "arn:aws:s3:::telemetry/*"], "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.b", "fail", "plaintext-allowed"], ["aws_s3_bucket_policy.c", "not-applicable", "judged-on-its-bucket"]}
}

test_opaque_policy_is_unknown if {
	findings := rule.findings with input as fx.stack([bucket, companion("policy", {"policy": fx.opaque})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.b", "unknown", "opaque-document"], ["aws_s3_bucket_policy.c", "not-applicable", "judged-on-its-bucket"]}
}

test_a_denial_unresolved_in_part_is_unknown if {
	findings := rule.findings with input as fx.stack([bucket, companion("policy", {"policy": {"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": fx.expression}}}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.b", "unknown", "expression-unresolved"], ["aws_s3_bucket_policy.c", "not-applicable", "judged-on-its-bucket"]}
}

test_a_denial_for_somebody_else_unresolved_fails if {
	findings := rule.findings with input as fx.stack([bucket, companion("policy", {"policy": {"Statement": [{"Effect": "Deny", "Principal": {"AWS": fx.ref("aws_iam_role.x")}, "Action": "s3:*", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.b", "fail", "plaintext-allowed"], ["aws_s3_bucket_policy.c", "not-applicable", "judged-on-its-bucket"]}
}

test_bucket_made_elsewhere_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket_policy.e", {"bucket": "elsewhere", "policy": {"Statement": []}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket_policy.e", "fail", "plaintext-allowed"]}
}

test_bucket_made_elsewhere_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket_policy.e", {"bucket": "elsewhere", "policy": {"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::elsewhere", "arn:aws:s3:::elsewhere/*"], "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

denial(resources) := {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": resources, "Condition": {"Bool": {"aws:SecureTransport": "false"}}}

of_the_bucket(statements) := {[fact.verdict, fact.reason] |
	found := rule.findings with input as fx.stack([bucket, companion("policy", {"policy": {"Statement": statements}})])
	some fact in found
	fact.address == "aws_s3_bucket.b"
}

test_one_denial_for_the_bucket_and_one_for_its_objects_pass if {
	of_the_bucket([denial("arn:aws:s3:::telemetry"), denial("arn:aws:s3:::telemetry/*")]) == set()
}

test_a_wildcard_behind_the_name_passes if of_the_bucket([denial("arn:aws:s3:::telemetry*")]) == set()

test_a_reference_beside_a_text_is_the_bucket if {
	of_the_bucket([denial([fx.ref("aws_s3_bucket.b"), fx.template("${aws_s3_bucket.b.arn}/*", ["aws_s3_bucket.b"])])]) == set()
}

test_references_without_their_text_are_unknown if {
	some_of_it := {"$unknown": "expression", "refs": ["aws_s3_bucket.b"]}
	of_the_bucket([denial([some_of_it, some_of_it])]) == {["unknown", "expression-unresolved"]}
	of_the_bucket([denial(fx.ref("aws_s3_bucket.b"))]) == {["unknown", "reference-unresolved"]}
	of_the_bucket([denial("arn:aws:s3:::telemetry"), denial(some_of_it)]) == {["unknown", "expression-unresolved"]}
}

test_some_objects_are_not_all if {
	of_the_bucket([denial(["arn:aws:s3:::telemetry", "arn:aws:s3:::telemetry/secret/*"])]) == {["fail", "plaintext-allowed"]}
}

test_two_halves_of_which_one_may_not_hold_are_unknown if {
	of_the_bucket([denial("arn:aws:s3:::telemetry"), object.union(object.remove(denial("arn:aws:s3:::telemetry/*"), ["Condition"]), {"Condition": fx.expression})]) == {["unknown", "expression-unresolved"]}
}
