package bulwark.rules_test.kms_key_policy_not_public

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.kms_key_policy_not_public as rule

test_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kms_key.k", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_account_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kms_key.k", {"policy": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::1:root"}, "Action": "kms:*", "Resource": "*"}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_narrowed_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kms_key.k", {"policy": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "kms:Decrypt", "Resource": "*", "Condition": {"StringEquals": {"kms:CallerAccount": "1"}}}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_everyone_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kms_key.k", {"policy": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "kms:Decrypt", "Resource": "*"}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_kms_key.k", "fail", "public"]}
}

test_opaque_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kms_key.k", {"policy": fx.opaque})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_kms_key.k", "unknown", "opaque-document"]}
}

test_replica_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kms_replica_key.k", {"policy": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "kms:Decrypt", "Resource": "*"}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_kms_replica_key.k", "fail", "public"]}
}

test_everyone_but_somebody_and_everyone_under_an_idle_condition_fail if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kms_key.r", {"policy": {"Statement": [{"Effect": "Allow", "NotPrincipal": {"AWS": "123456789012"}, "Action": "x:y", "Resource": "*"}, {"Effect": "Allow", "Principal": "*", "Action": "x:y", "Resource": "*", "Condition": {"IpAddress": {"aws:SourceIp": "0.0.0.0/0"}}}]}})])
	fx.details(findings) == {["aws_kms_key.r", "policy.Statement[0].NotPrincipal"], ["aws_kms_key.r", "policy.Statement[1].Principal"]}
	fx.verdicts(findings) == {["aws_kms_key.r", "fail", "public"]}
}

test_keys_of_every_origin_are_read if {
	every type in ["aws_kms_external_key", "aws_kms_replica_external_key", "aws_kms_key_policy"] {
		found := rule.findings with input as fx.stack([fx.res(concat(".", [type, "k"]), {"policy": {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "x:y", "Resource": "*"}]}})])
		fx.verdicts(found) == {[concat(".", [type, "k"]), "fail", "public"]}
	}
}
