package bulwark.rules_test.s3_bucket_policy_not_public

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.s3_bucket_policy_not_public as rule

# What is said of the policy itself stands in the tests at the end.
of_the_other(findings) := {verdict | some verdict in fx.verdicts(findings); verdict[1] != "not-applicable"}

bucket := fx.res("aws_s3_bucket.b", {"bucket": "telemetry"})

tagged := fx.res("aws_s3_bucket.b", {"bucket": "firmware", "object_lock_enabled": true, "tags": {"bulwark:data-class": "firmware"}})

companion(kind, values) := fx.res(concat("", ["aws_s3_bucket_", kind, ".c"]), object.union({"bucket": fx.ref("aws_s3_bucket.b")}, values))

test_no_policy_passes if {
	findings := rule.findings with input as fx.stack([bucket]) with data.baseline as fx.baseline
	of_the_other(findings) == set()
}

test_deny_for_everyone_passes if {
	findings := rule.findings with input as fx.stack([bucket, companion("policy", {"policy": {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::telemetry", "arn:aws:s3:::telemetry/*"], "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}})]) with data.baseline as fx.baseline
	of_the_other(findings) == set()
}

test_narrowed_passes if {
	findings := rule.findings with input as fx.stack([bucket, companion("policy", {"policy": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::telemetry/*", "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-1"}}}]}})]) with data.baseline as fx.baseline
	of_the_other(findings) == set()
}

test_everyone_fails if {
	findings := rule.findings with input as fx.stack([bucket, companion("policy", {"policy": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::telemetry/*"}]}})]) with data.baseline as fx.baseline
	of_the_other(findings) == {["aws_s3_bucket.b", "fail", "public"]}
}

test_everyone_as_aws_fails if {
	findings := rule.findings with input as fx.stack([bucket, companion("policy", {"policy": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": ["*"]}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::telemetry/*"}]}})]) with data.baseline as fx.baseline
	of_the_other(findings) == {["aws_s3_bucket.b", "fail", "public"]}
}

test_wildcard_condition_fails if {
	findings := rule.findings with input as fx.stack([bucket, companion("policy", {"policy": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::telemetry/*", "Condition": {"StringLike": {"aws:PrincipalArn": "*"}}}]}})]) with data.baseline as fx.baseline
	of_the_other(findings) == {["aws_s3_bucket.b", "fail", "public"]}
}

test_opaque_policy_is_unknown if {
	findings := rule.findings with input as fx.stack([bucket, companion("policy", {"policy": fx.opaque})]) with data.baseline as fx.baseline
	of_the_other(findings) == {["aws_s3_bucket.b", "unknown", "opaque-document"]}
}

test_principal_known_only_later_is_unknown if {
	document := {"Statement": [{"Effect": "Allow", "Principal": {"AWS": fx.expression}, "Action": "s3:GetObject", "Resource": "*"}]}
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", {"bucket": "b"}), fx.res("aws_s3_bucket_policy.p", {"bucket": "b", "policy": document})])
	of_the_other(findings) == {["aws_s3_bucket.b", "unknown", "expression-unresolved"]}
}

test_principal_by_reference_passes if {
	document := {"Statement": [{"Effect": "Allow", "Principal": {"AWS": fx.ref("aws_iam_role.reader")}, "Action": "s3:GetObject", "Resource": "*"}]}
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", {"bucket": "b"}), fx.res("aws_s3_bucket_policy.p", {"bucket": "b", "policy": document})])
	of_the_other(findings) == set()
}

test_a_policy_of_something_elsewhere_fails_by_itself if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket_policy.p", {"bucket": "elsewhere", "policy": {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "x:y", "Resource": "*"}]}})])
	fx.verdicts(findings) == {["aws_s3_bucket_policy.p", "fail", "public"]}
}

test_a_policy_of_what_is_here_is_judged_there if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", {}), fx.res("aws_s3_bucket_policy.p", {"bucket": fx.ref("aws_s3_bucket.b"), "policy": {"Statement": []}})])
	fx.verdicts(findings) == {["aws_s3_bucket_policy.p", "not-applicable", "judged-on-what-it-opens"]}
}

test_a_condition_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket_policy.p", {"bucket": "elsewhere", "policy": {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "x:y", "Resource": "*", "Condition": {"StringEquals": fx.expression}}]}})])
	fx.verdicts(findings) == {["aws_s3_bucket_policy.p", "unknown", "expression-unresolved"]}
}

test_everyone_but_somebody_and_everyone_under_an_idle_condition_fail if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.r", {"policy": {"Statement": [{"Effect": "Allow", "NotPrincipal": {"AWS": "123456789012"}, "Action": "x:y", "Resource": "*"}, {"Effect": "Allow", "Principal": "*", "Action": "x:y", "Resource": "*", "Condition": {"IpAddress": {"aws:SourceIp": "0.0.0.0/0"}}}]}})])
	fx.details(findings) == {["aws_s3_bucket.r", "policy.Statement[0].NotPrincipal"], ["aws_s3_bucket.r", "policy.Statement[1].Principal"]}
	fx.verdicts(findings) == {["aws_s3_bucket.r", "fail", "public"]}
}
