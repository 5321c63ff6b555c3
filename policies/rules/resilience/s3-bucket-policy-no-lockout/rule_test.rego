package bulwark.rules_test.s3_bucket_policy_no_lockout

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.s3_bucket_policy_no_lockout as rule

test_condition_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", {"bucket": "b"}), fx.res("aws_s3_bucket_policy.p", {"bucket": "b", "policy": {"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::b", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}})])
	fx.verdicts(findings) == {["aws_s3_bucket_policy.p", "not-applicable", "judged-on-its-bucket"]}
}

test_lockout_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", {"bucket": "b"}), fx.res("aws_s3_bucket_policy.p", {"bucket": "b", "policy": {"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::b", "arn:aws:s3:::b/*"]}]}})])
	fx.verdicts(findings) == {["aws_s3_bucket.b", "fail", "locks-everyone-out"], ["aws_s3_bucket_policy.p", "not-applicable", "judged-on-its-bucket"]}
}

test_objects_only_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", {"bucket": "b"}), fx.res("aws_s3_bucket_policy.p", {"bucket": "b", "policy": {"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::b/*"}]}})])
	fx.verdicts(findings) == {["aws_s3_bucket_policy.p", "not-applicable", "judged-on-its-bucket"]}
}

test_narrow_action_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", {"bucket": "b"}), fx.res("aws_s3_bucket_policy.p", {"bucket": "b", "policy": {"Statement": [{"Effect": "Deny", "Principal": {"AWS": "*"}, "Action": "s3:DeleteBucket", "Resource": "*"}]}})])
	fx.verdicts(findings) == {["aws_s3_bucket_policy.p", "not-applicable", "judged-on-its-bucket"]}
}

test_opaque_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", {"bucket": "b"}), fx.res("aws_s3_bucket_policy.p", {"bucket": "b", "policy": fx.opaque})])
	fx.verdicts(findings) == {["aws_s3_bucket.b", "unknown", "opaque-document"], ["aws_s3_bucket_policy.p", "not-applicable", "judged-on-its-bucket"]}
}

test_a_denial_unresolved_in_part_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", {"policy": {"Statement": [{"Effect": "Deny", "Principal": "*", "Action": fx.expression, "Resource": "*"}]}})])
	fx.verdicts(findings) == {["aws_s3_bucket.b", "unknown", "expression-unresolved"]}
}

test_a_denial_for_somebody_unresolved_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", {"policy": {"Statement": [{"Effect": "Deny", "Principal": {"AWS": fx.ref("aws_iam_role.x")}, "Action": "s3:*", "Resource": "*"}]}})])
	fx.verdicts(findings) == set()
}

test_bucket_made_elsewhere_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket_policy.e", {"bucket": "elsewhere", "policy": {"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::elsewhere", "arn:aws:s3:::elsewhere/*"]}]}})])
	fx.verdicts(findings) == {["aws_s3_bucket_policy.e", "fail", "locks-everyone-out"]}
}

test_bucket_made_elsewhere_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket_policy.e", {"bucket": "elsewhere", "policy": {"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::elsewhere", "arn:aws:s3:::elsewhere/*"], "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}})])
	fx.verdicts(findings) == set()
}

denied(resources) := fx.verdicts(findings) if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_bucket.b", {"policy": {"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": resources}]}})])
}

test_objects_under_a_prefix_pass if {
	denied("arn:aws:s3:::b/secret/*") == set()
	denied("arn:aws:s3:::b/secret.txt") == set()
	denied(fx.template("${aws_s3_bucket.b.arn}/secret/*", ["aws_s3_bucket.b"])) == set()
}

test_a_wildcard_behind_the_name_fails if denied("arn:aws:s3:::b*") == {["aws_s3_bucket.b", "fail", "locks-everyone-out"]}

test_a_reference_beside_a_text_is_the_bucket if {
	denied([fx.ref("aws_s3_bucket.b"), fx.template("${aws_s3_bucket.b.arn}/*", ["aws_s3_bucket.b"])]) == {["aws_s3_bucket.b", "fail", "locks-everyone-out"]}
}

test_references_without_their_text_are_unknown if {
	denied(fx.ref("aws_s3_bucket.b")) == {["aws_s3_bucket.b", "unknown", "reference-unresolved"]}
	denied([fx.expression, fx.expression]) == {["aws_s3_bucket.b", "unknown", "expression-unresolved"]}
}

statement(principal, action, resource) := fx.stack([fx.res("aws_s3_bucket.b", {"policy": {"Statement": [{"Effect": "Deny", "Principal": principal, "Action": action, "Resource": resource}]}})])

test_whoever_is_kept_from_objects_alone_is_not_locked_out if {
	findings := rule.findings with input as statement({"AWS": fx.expression}, fx.expression, "arn:aws:s3:::b/secret/*")
	fx.verdicts(findings) == set()
}

test_each_way_to_write_the_policy_locks_out if {
	every action in ["*", "s3:*", "s3:Put*", "s3:PutBucket*", "s3:PutBucketPolicy"] {
		findings := rule.findings with input as statement("*", action, "arn:aws:s3:::b")
		fx.verdicts(findings) == {["aws_s3_bucket.b", "fail", "locks-everyone-out"]}
	}
}
