package bulwark.rules_test.ebs_volume_encrypted

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ebs_volume_encrypted as rule

test_on_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ebs_volume.v", {"encrypted": true})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ebs_volume.v", {})])
	fx.verdicts(findings) == {["aws_ebs_volume.v", "fail", "absent"]}
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ebs_volume.v", {"encrypted": false})])
	fx.verdicts(findings) == {["aws_ebs_volume.v", "fail", "disabled"]}
}

test_account_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ebs_volume.v", {}), fx.res("aws_ebs_encryption_by_default.d", {"enabled": true})])
	fx.verdicts(findings) == set()
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ebs_volume.v", {"encrypted": fx.expression})])
	fx.verdicts(findings) == {["aws_ebs_volume.v", "unknown", "expression-unresolved"]}
}

# https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html: what is restored from an encrypted snapshot is encrypted.
test_restored_from_a_snapshot_of_an_encrypted_volume_passes if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_ebs_volume.v", {"encrypted": true}),
		fx.res("aws_ebs_snapshot.s", {"volume_id": fx.ref("aws_ebs_volume.v")}),
		fx.res("aws_ebs_volume.restored", {"snapshot_id": fx.ref("aws_ebs_snapshot.s")}),
	])
	fx.verdicts(findings) == set()
}

test_restored_from_an_encrypted_copy_passes if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_ebs_snapshot_copy.s", {"encrypted": true}),
		fx.res("aws_ebs_volume.restored", {"snapshot_id": fx.ref("aws_ebs_snapshot_copy.s"), "encrypted": false}),
	])
	fx.verdicts(findings) == set()
}

test_restored_from_an_open_copy_fails if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_ebs_snapshot_copy.s", {"encrypted": false}),
		fx.res("aws_ebs_volume.restored", {"snapshot_id": fx.ref("aws_ebs_snapshot_copy.s")}),
	])
	fx.verdicts(findings) == {["aws_ebs_volume.restored", "fail", "absent"]}
}

test_restored_from_a_snapshot_of_elsewhere_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ebs_volume.restored", {"snapshot_id": "snap-0123456789abcdef0"})])
	fx.verdicts(findings) == {["aws_ebs_volume.restored", "unknown", "backup-elsewhere"]}
}

test_restored_from_a_snapshot_of_an_open_volume_fails if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_ebs_volume.v", {"encrypted": false}),
		fx.res("aws_ebs_snapshot.s", {"volume_id": fx.ref("aws_ebs_volume.v")}),
		fx.res("aws_ebs_volume.restored", {"snapshot_id": fx.ref("aws_ebs_snapshot.s")}),
	])
	fx.verdicts(findings) == {["aws_ebs_volume.v", "fail", "disabled"], ["aws_ebs_volume.restored", "fail", "absent"]}
}

test_restored_from_a_snapshot_of_a_volume_of_elsewhere_is_unknown if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_ebs_snapshot.s", {"volume_id": "vol-0123456789abcdef0"}),
		fx.res("aws_ebs_volume.restored", {"snapshot_id": fx.ref("aws_ebs_snapshot.s")}),
	])
	fx.verdicts(findings) == {["aws_ebs_volume.restored", "unknown", "backup-elsewhere"]}
}

test_restored_from_a_copy_of_nobody_knows_is_unknown if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_ebs_snapshot_copy.s", {"encrypted": fx.expression}),
		fx.res("aws_ebs_volume.restored", {"snapshot_id": fx.ref("aws_ebs_snapshot_copy.s")}),
	])
	fx.verdicts(findings) == {["aws_ebs_volume.restored", "unknown", "backup-elsewhere"]}
}

test_account_default_holds_in_its_region_only if {
	on := fx.within("eu-central-1", fx.res("aws_ebs_encryption_by_default.d", {"enabled": true}))
	here := rule.findings with input as fx.stack([on, fx.within("eu-central-1", fx.res("aws_ebs_volume.v", {}))])
	fx.verdicts(here) == set()
	elsewhere := rule.findings with input as fx.stack([on, fx.within("us-east-1", fx.res("aws_ebs_volume.v", {}))])
	fx.verdicts(elsewhere) == {["aws_ebs_volume.v", "fail", "absent"]}
	untold := rule.findings with input as fx.stack([on, fx.res("aws_ebs_volume.v", {})])
	fx.verdicts(untold) == set()
}
