package bulwark.rules_test.secret_customer_key

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.secret_customer_key as rule

test_own_key_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_secretsmanager_secret.x", {"kms_key_id": fx.ref("aws_kms_key.k")})])
	fx.verdicts(findings) == set()
}

test_no_key_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_secretsmanager_secret.x", {})])
	fx.verdicts(findings) == {["aws_secretsmanager_secret.x", "fail", "absent"]}
}

test_aws_alias_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_secretsmanager_secret.x", {"kms_key_id": "alias/aws/x"})])
	fx.verdicts(findings) == {["aws_secretsmanager_secret.x", "fail", "aws-managed-key"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_secretsmanager_secret.x", {"kms_key_id": fx.expression})])
	fx.verdicts(findings) == {["aws_secretsmanager_secret.x", "unknown", "expression-unresolved"]}
}

replicated(replicas) := fx.stack([fx.res("aws_secretsmanager_secret.s", {"kms_key_id": fx.ref("aws_kms_key.k"), "replica": replicas})])

test_a_replica_without_a_key_fails if {
	findings := rule.findings with input as replicated([{"region": "us-east-1"}, {"region": "us-west-2", "kms_key_id": "arn:aws:kms:us-west-2:111122223333:key/k"}])
	fx.verdicts(findings) == {["aws_secretsmanager_secret.s", "fail", "absent"]}
	fx.details(findings) == {["aws_secretsmanager_secret.s", "us-east-1"]}
}

test_an_unresolved_replica_is_unknown if {
	findings := rule.findings with input as replicated(fx.expression)
	fx.verdicts(findings) == {["aws_secretsmanager_secret.s", "unknown", "expression-unresolved"]}
}
