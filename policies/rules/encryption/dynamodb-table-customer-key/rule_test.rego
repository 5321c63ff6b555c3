package bulwark.rules_test.dynamodb_table_customer_key

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.dynamodb_table_customer_key as rule

test_own_key_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dynamodb_table.t", {"server_side_encryption": [{"enabled": true, "kms_key_arn": fx.ref("aws_kms_key.k")}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dynamodb_table.t", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_dynamodb_table.t", "fail", "absent"]}
}

test_aws_key_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dynamodb_table.t", {"server_side_encryption": [{"enabled": true}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_dynamodb_table.t", "fail", "absent"]}
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dynamodb_table.t", {"server_side_encryption": [{"enabled": false}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_dynamodb_table.t", "fail", "disabled"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dynamodb_table.t", {"server_side_encryption": [{"enabled": true, "kms_key_arn": fx.expression}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_dynamodb_table.t", "unknown", "expression-unresolved"]}
}

test_replica_without_key_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dynamodb_table_replica.s", {"global_table_arn": "x"})])
	fx.verdicts(findings) == {["aws_dynamodb_table_replica.s", "fail", "absent"]}
}

test_replica_with_key_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dynamodb_table_replica.s", {"kms_key_arn": fx.ref("aws_kms_key.k")})])
	fx.verdicts(findings) == set()
}

replicated(replicas) := fx.stack([fx.res("aws_dynamodb_table.t", {"server_side_encryption": [{"enabled": true, "kms_key_arn": fx.ref("aws_kms_key.k")}], "replica": replicas})])

test_a_replica_inside_without_a_key_fails if {
	findings := rule.findings with input as replicated([{"region_name": "us-east-1"}, {"region_name": "us-west-2", "kms_key_arn": "arn:aws:kms:us-west-2:111122223333:key/k"}])
	fx.verdicts(findings) == {["aws_dynamodb_table.t", "fail", "absent"]}
	fx.details(findings) == {["aws_dynamodb_table.t", "us-east-1"]}
}

test_an_unresolved_replica_inside_is_unknown if {
	findings := rule.findings with input as replicated([fx.expression])
	fx.verdicts(findings) == {["aws_dynamodb_table.t", "unknown", "expression-unresolved"]}
}

# https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery_Howitworks.html
test_table_made_from_another_is_unknown if {
	every source in ["restore_source_name", "restore_source_table_arn"] {
		findings := rule.findings with input as fx.stack([fx.res("aws_dynamodb_table.t", {source: "other"})])
		fx.verdicts(findings) == {["aws_dynamodb_table.t", "unknown", "backup-elsewhere"]}
	}
}
