package bulwark.rules_test.timestream_customer_key

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.timestream_customer_key as rule

test_own_key_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_timestreamwrite_database.x", {"kms_key_id": fx.ref("aws_kms_key.k")})])
	fx.verdicts(findings) == set()
}

test_no_key_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_timestreamwrite_database.x", {})])
	fx.verdicts(findings) == {["aws_timestreamwrite_database.x", "fail", "absent"]}
}

test_aws_alias_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_timestreamwrite_database.x", {"kms_key_id": "alias/aws/x"})])
	fx.verdicts(findings) == {["aws_timestreamwrite_database.x", "fail", "aws-managed-key"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_timestreamwrite_database.x", {"kms_key_id": fx.expression})])
	fx.verdicts(findings) == {["aws_timestreamwrite_database.x", "unknown", "expression-unresolved"]}
}
