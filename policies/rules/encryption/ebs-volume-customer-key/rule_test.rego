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

default_key(value) := fx.res("aws_ebs_default_kms_key.d", {"key_arn": value})

test_the_default_key_of_the_account_holds_where_none_is_named if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ebs_volume.x", {}), default_key(fx.ref("aws_kms_key.k"))])
	fx.verdicts(findings) == set()
}

test_a_default_key_that_aws_manages_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ebs_volume.x", {}), default_key("arn:aws:kms:eu-central-1:111122223333:alias/aws/ebs")])
	fx.verdicts(findings) == {["aws_ebs_volume.x", "fail", "aws-managed-key"]}
}

# https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html: a volume has the key of its snapshot where none is named.
test_a_volume_from_a_snapshot_has_its_key if {
	here := rule.findings with input as fx.stack([
		fx.res("aws_ebs_snapshot_copy.s", {"encrypted": true, "kms_key_id": fx.ref("aws_kms_key.k")}),
		fx.res("aws_ebs_volume.x", {"snapshot_id": fx.ref("aws_ebs_snapshot_copy.s")}),
	])
	fx.verdicts(here) == {["aws_ebs_volume.x", "not-applicable", "encrypted-as-its-snapshots"]}
	elsewhere := rule.findings with input as fx.stack([fx.res("aws_ebs_volume.x", {"snapshot_id": "snap-0123456789abcdef0"})])
	fx.verdicts(elsewhere) == {["aws_ebs_volume.x", "unknown", "backup-elsewhere"]}
}

test_a_volume_from_an_open_snapshot_fails if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_ebs_snapshot_copy.s", {}),
		fx.res("aws_ebs_volume.x", {"snapshot_id": fx.ref("aws_ebs_snapshot_copy.s")}),
	])
	fx.verdicts(findings) == {["aws_ebs_volume.x", "fail", "absent"]}
}

test_the_default_key_of_another_region_says_nothing if {
	key := fx.within("eu-central-1", default_key(fx.ref("aws_kms_key.k")))
	findings := rule.findings with input as fx.stack([key, fx.within("us-east-1", fx.res("aws_ebs_volume.x", {}))])
	{verdict | some [_, verdict, _] in fx.verdicts(findings)} == {"fail"}
}
