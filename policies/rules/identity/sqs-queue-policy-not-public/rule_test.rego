package bulwark.rules_test.sqs_queue_policy_not_public

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.sqs_queue_policy_not_public as rule

# What is said of the policy itself stands in the tests at the end.
of_the_other(findings) := {verdict | some verdict in fx.verdicts(findings); verdict[1] != "not-applicable"}

test_no_policy_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue.q", {})]) with data.baseline as fx.baseline
	of_the_other(findings) == set()
}

test_narrowed_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue.q", {"policy": {"Statement": {"Effect": "Allow", "Principal": "*", "Action": "x:y", "Resource": "*", "Condition": {"ArnLike": {"aws:SourceArn": "arn:aws:s3:::b"}}}}})]) with data.baseline as fx.baseline
	of_the_other(findings) == set()
}

test_everyone_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue.q", {}), fx.res("aws_sqs_queue_policy.p", {"queue_url": fx.ref("aws_sqs_queue.q"), "policy": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "x:y", "Resource": "*"}]}})]) with data.baseline as fx.baseline
	of_the_other(findings) == {["aws_sqs_queue.q", "fail", "public"]}
}

test_opaque_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue.q", {"policy": fx.opaque})]) with data.baseline as fx.baseline
	of_the_other(findings) == {["aws_sqs_queue.q", "unknown", "opaque-document"]}
}

test_a_policy_of_something_elsewhere_fails_by_itself if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue_policy.p", {"queue_url": "elsewhere", "policy": {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "x:y", "Resource": "*"}]}})])
	fx.verdicts(findings) == {["aws_sqs_queue_policy.p", "fail", "public"]}
}

test_a_policy_of_what_is_here_is_judged_there if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue.q", {}), fx.res("aws_sqs_queue_policy.p", {"queue_url": fx.ref("aws_sqs_queue.q"), "policy": {"Statement": []}})])
	fx.verdicts(findings) == {["aws_sqs_queue_policy.p", "not-applicable", "judged-on-what-it-opens"]}
}

test_a_condition_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue_policy.p", {"queue_url": "elsewhere", "policy": {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "x:y", "Resource": "*", "Condition": {"StringEquals": fx.expression}}]}})])
	fx.verdicts(findings) == {["aws_sqs_queue_policy.p", "unknown", "expression-unresolved"]}
}

test_everyone_but_somebody_and_everyone_under_an_idle_condition_fail if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue.r", {"policy": {"Statement": [{"Effect": "Allow", "NotPrincipal": {"AWS": "123456789012"}, "Action": "x:y", "Resource": "*"}, {"Effect": "Allow", "Principal": "*", "Action": "x:y", "Resource": "*", "Condition": {"IpAddress": {"aws:SourceIp": "0.0.0.0/0"}}}]}})])
	fx.details(findings) == {["aws_sqs_queue.r", "policy.Statement[0].NotPrincipal"], ["aws_sqs_queue.r", "policy.Statement[1].Principal"]}
	fx.verdicts(findings) == {["aws_sqs_queue.r", "fail", "public"]}
}
