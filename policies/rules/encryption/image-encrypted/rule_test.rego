package bulwark.rules_test.image_encrypted

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.image_encrypted as rule

test_on_ami_copy_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ami_copy.x", {"encrypted": true})])
	fx.verdicts(findings) == set()
}

test_default_ami_copy_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ami_copy.x", {})])
	fx.verdicts(findings) == {["aws_ami_copy.x", "fail", "absent"]}
}

test_off_ami_copy_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ami_copy.x", {"encrypted": false})])
	fx.verdicts(findings) == {["aws_ami_copy.x", "fail", "disabled"]}
}

test_unresolved_ami_copy_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ami_copy.x", {"encrypted": fx.expression})])
	fx.verdicts(findings) == {["aws_ami_copy.x", "unknown", "expression-unresolved"]}
}

test_on_ebs_snapshot_copy_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ebs_snapshot_copy.x", {"encrypted": true})])
	fx.verdicts(findings) == set()
}

test_default_ebs_snapshot_copy_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ebs_snapshot_copy.x", {})])
	fx.verdicts(findings) == {["aws_ebs_snapshot_copy.x", "fail", "absent"]}
}

test_off_ebs_snapshot_copy_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ebs_snapshot_copy.x", {"encrypted": false})])
	fx.verdicts(findings) == {["aws_ebs_snapshot_copy.x", "fail", "disabled"]}
}

test_unresolved_ebs_snapshot_copy_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ebs_snapshot_copy.x", {"encrypted": fx.expression})])
	fx.verdicts(findings) == {["aws_ebs_snapshot_copy.x", "unknown", "expression-unresolved"]}
}

test_copy_under_encryption_by_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ami_copy.x", {}), fx.res("aws_ebs_encryption_by_default.on", {"enabled": true})])
	fx.verdicts(findings) == set()
}

test_device_in_the_clear_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ami.x", {"ebs_block_device": [{"device_name": "/dev/xvda"}]})])
	fx.verdicts(findings) == {["aws_ami.x", "fail", "absent"]}
}

test_encrypted_device_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ami.x", {"ebs_block_device": [{"device_name": "/dev/xvda", "encrypted": true}]})])
	fx.verdicts(findings) == set()
}

test_device_from_a_snapshot_does_not_apply if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ami.x", {"ebs_block_device": [{"device_name": "/dev/xvda", "snapshot_id": "snap-0123456789abcdef0"}]})])
	fx.verdicts(findings) == {["aws_ami.x", "not-applicable", "encrypted-as-its-snapshots"]}
}

test_import_fails_by_default if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ebs_snapshot_import.x", {})])
	fx.verdicts(findings) == {["aws_ebs_snapshot_import.x", "fail", "absent"]}
}

# https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CopySnapshot.html: a copy of an encrypted snapshot is encrypted.
test_copies_of_what_is_encrypted_pass if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_ebs_volume.v", {"encrypted": true}),
		fx.res("aws_ebs_snapshot.s", {"volume_id": fx.ref("aws_ebs_volume.v")}),
		fx.res("aws_ebs_snapshot_copy.c", {"source_snapshot_id": fx.ref("aws_ebs_snapshot.s")}),
		fx.res("aws_ami_copy.first", {"encrypted": true}),
		fx.res("aws_ami_copy.second", {"source_ami_id": fx.ref("aws_ami_copy.first")}),
	])
	fx.verdicts(findings) == set()
}

test_a_copy_of_nobody_knows_what_fails if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_ebs_snapshot.s", {"volume_id": "vol-0123456789abcdef0"}),
		fx.res("aws_ebs_snapshot_copy.c", {"source_snapshot_id": fx.ref("aws_ebs_snapshot.s")}),
	])
	fx.verdicts(findings) == {["aws_ebs_snapshot_copy.c", "fail", "absent"]}
}

test_the_default_of_the_account_holds_for_disks_of_images if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ami.a", {"ebs_block_device": [{"encrypted": false}]}), fx.res("aws_ebs_encryption_by_default.d", {})])
	fx.verdicts(findings) == set()
}

test_the_default_of_another_region_holds_for_neither if {
	on := fx.within("eu-central-1", fx.res("aws_ebs_encryption_by_default.d", {}))
	elsewhere := rule.findings with input as fx.stack([
		on,
		fx.within("us-east-1", fx.res("aws_ami.a", {"ebs_block_device": [{"encrypted": false}]})),
		fx.within("us-east-1", fx.res("aws_ami_copy.x", {})),
	])
	{fact.address | some fact in elsewhere; fact.verdict == "fail"} == {"aws_ami.a", "aws_ami_copy.x"}
}
