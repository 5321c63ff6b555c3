package bulwark.rules_test.kms_key_policy_service_narrow

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.kms_key_policy_service_narrow as rule

test_bound_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kms_key.k", {"policy": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "cloudtrail.amazonaws.com"}, "Action": "kms:GenerateDataKey*", "Resource": "*", "Condition": {"StringEquals": {"aws:SourceAccount": "1"}}}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_encryption_context_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kms_key.k", {"policy": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "logs.eu-central-1.amazonaws.com"}, "Action": "kms:Encrypt", "Resource": "*", "Condition": {"ArnLike": {"kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:eu-central-1:1:log-group:*"}}}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_no_condition_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kms_key.k", {"policy": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "sns.amazonaws.com"}, "Action": "kms:Decrypt", "Resource": "*"}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_kms_key.k", "fail", "no-source-condition"]}
}

test_all_actions_fail if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kms_key.k", {"policy": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "sns.amazonaws.com"}, "Action": "kms:*", "Resource": "*", "Condition": {"StringEquals": {"aws:SourceAccount": "1"}}}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_kms_key.k", "fail", "wildcard-action"]}
}

test_opaque_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kms_key.k", {"policy": fx.opaque})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_kms_key.k", "unknown", "opaque-document"]}
}

test_replica_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kms_replica_key.k", {"policy": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "sns.amazonaws.com"}, "Action": "kms:Decrypt", "Resource": "*"}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_kms_replica_key.k", "fail", "no-source-condition"]}
}

test_conditions_unresolved_are_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kms_key.k", {"policy": {"Statement": [{"Effect": "Allow", "Principal": {"Service": "iot.amazonaws.com"}, "Action": "kms:Decrypt", "Resource": "*", "Condition": {"StringEquals": fx.expression}}]}})])
	fx.verdicts(findings) == {["aws_kms_key.k", "unknown", "expression-unresolved"]}
}

under(action, condition) := fx.verdicts(findings) if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kms_key.k", {"policy": {"Statement": [{"Effect": "Allow", "Principal": {"Service": "sns.amazonaws.com"}, "Action": action, "Resource": "*", "Condition": condition}]}})])
}

test_all_actions_in_other_letters_fail if {
	every action in ["KMS:*", "kms:?*", "*:*"] {
		under(action, {"StringEquals": {"aws:SourceAccount": "111122223333"}}) == {["aws_kms_key.k", "fail", "wildcard-action"]}
	}
}

test_conditions_that_name_no_source_fail if {
	every condition in [
		{"ArnLike": {"aws:SourceArn": "arn:aws:sns:*:*:*"}},
		{"StringNotEquals": {"kms:CallerAccount": "111122223333"}},
		{"Null": {"kms:EncryptionContext:aws:sns:topicArn": "false"}},
		{"StringLike": {"kms:EncryptionContext:aws:sns:topicArn": "*"}},
		{"StringLike": {"kms:CallerAccount": "*"}},
		{"StringEquals": {"aws:PrincipalTag/team": "fleet"}},
	] {
		under("kms:Decrypt", condition) == {["aws_kms_key.k", "fail", "no-source-condition"]}
	}
}

test_a_source_known_only_later_passes if {
	every key in ["kms:CallerAccount", "kms:EncryptionContext:aws:sns:topicArn"] {
		under("kms:Decrypt", {"StringEquals": {key: fx.expression}}) == set()
	}
}

test_an_encryption_context_passes if {
	under("kms:Decrypt", {"StringLike": {"kms:EncryptionContext:aws:cloudtrail:arn": "arn:aws:cloudtrail:*:111122223333:trail/*"}}) == set()
}

test_a_policy_by_itself_is_read if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kms_key_policy.k", {"policy": {"Statement": [{"Effect": "Allow", "Principal": {"Service": "sns.amazonaws.com"}, "Action": "kms:Decrypt", "Resource": "*"}]}})])
	fx.verdicts(findings) == {["aws_kms_key_policy.k", "fail", "no-source-condition"]}
}
