package bulwark.rules_test.ebs_volume_customer_key

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ebs_volume_customer_key as rule

test_own_key_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ebs_volume.x", {"kms_key_id": fx.ref("aws_kms_key.k")})])
	fx.verdicts(findings) == set()
}

test_no_key_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ebs_volume.x", {})])
	fx.verdicts(findings) == {["aws_ebs_volume.x", "fail", "absent"]}
}

test_aws_alias_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ebs_volume.x", {"kms_key_id": "alias/aws/x"})])
	fx.verdicts(findings) == {["aws_ebs_volume.x", "fail", "aws-managed-key"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ebs_volume.x", {"kms_key_id": fx.expression})])
	fx.verdicts(findings) == {["aws_ebs_volume.x", "unknown", "expression-unresolved"]}
}
