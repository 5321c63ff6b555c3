package bulwark.rules_test.ec2_block_devices_encrypted

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ec2_block_devices_encrypted as rule

test_encrypted_root_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_instance.i", {"root_block_device": [{"encrypted": true}]})])
	fx.verdicts(findings) == set()
}

test_default_root_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_instance.i", {})])
	fx.verdicts(findings) == {["aws_instance.i", "fail", "absent"]}
}

test_plain_second_disk_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_instance.i", {"root_block_device": [{"encrypted": true}], "ebs_block_device": [{"device_name": "b"}]})])
	fx.verdicts(findings) == {["aws_instance.i", "fail", "absent"]}
}

test_plain_template_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_launch_template.t", {"block_device_mappings": [{"ebs": [{"encrypted": "false"}]}]})])
	fx.verdicts(findings) == {["aws_launch_template.t", "fail", "disabled"]}
}

test_suppressed_device_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_launch_template.t", {"block_device_mappings": [{"no_device": "true"}]})])
	fx.verdicts(findings) == set()
}

test_account_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_instance.i", {}), fx.res("aws_ebs_encryption_by_default.d", {})])
	fx.verdicts(findings) == set()
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_instance.i", {"root_block_device": [{"encrypted": fx.expression}]})])
	fx.verdicts(findings) == {["aws_instance.i", "unknown", "expression-unresolved"]}
}

test_suppressed_device_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_launch_configuration.c", {"root_block_device": [{"encrypted": true}], "ebs_block_device": [{"device_name": "/dev/sdb", "no_device": true}]})])
	fx.verdicts(findings) == set()
}

test_disks_of_snapshots_are_as_those_were if {
	template := rule.findings with input as fx.stack([fx.res("aws_launch_template.t", {"image_id": "ami-1", "block_device_mappings": [{"device_name": "/dev/sdb", "ebs": [{"snapshot_id": "snap-1"}]}]})])
	fx.verdicts(template) == {["aws_launch_template.t", "not-applicable", "encrypted-as-its-snapshots"]}
	instance := rule.findings with input as fx.stack([fx.res("aws_instance.i", {"root_block_device": [{"encrypted": true}], "ebs_block_device": [{"snapshot_id": fx.ref("aws_ebs_snapshot.s"), "encrypted": false}]})])
	fx.verdicts(instance) == set()
}

test_disk_of_no_snapshot_beside_one_of_a_snapshot_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_launch_template.t", {"block_device_mappings": [{"ebs": [{"snapshot_id": "snap-1"}]}, {"ebs": [{"snapshot_id": ""}]}]})])
	fx.verdicts(findings) == {["aws_launch_template.t", "fail", "absent"]}
}

test_may_be_of_a_snapshot_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_launch_template.t", {"block_device_mappings": [{"ebs": [{"snapshot_id": fx.expression}]}]})])
	fx.verdicts(findings) == {["aws_launch_template.t", "unknown", "expression-unresolved"]}
}

test_template_of_an_image_without_disks_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_launch_template.t", {"image_id": fx.ref("data.aws_ami.a")})])
	fx.verdicts(findings) == {["aws_launch_template.t", "fail", "absent"]}
}

test_template_that_leaves_the_image_to_others_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_launch_template.t", {"instance_type": "t4g.small"})])
	fx.verdicts(findings) == set()
}

test_template_of_an_unresolved_image_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_launch_template.t", {"image_id": fx.expression})])
	fx.verdicts(findings) == {["aws_launch_template.t", "unknown", "expression-unresolved"]}
}

test_spot_request_is_judged_like_an_instance if {
	findings := rule.findings with input as fx.stack([fx.res("aws_spot_instance_request.s", {})])
	fx.verdicts(findings) == {["aws_spot_instance_request.s", "fail", "absent"]}
}

test_may_be_suppressed_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_launch_configuration.c", {"root_block_device": [{"encrypted": true}], "ebs_block_device": [{"no_device": fx.expression}]})])
	fx.verdicts(findings) == {["aws_launch_configuration.c", "unknown", "expression-unresolved"]}
}

test_root_left_to_a_template_is_judged_there if {
	findings := rule.findings with input as fx.stack([fx.res("aws_instance.i", {"launch_template": [{"id": "lt-1"}]})])
	fx.verdicts(findings) == {["aws_instance.i", "not-applicable", "set-by-launch-template"]}
}

test_account_default_covers_templates if {
	default_ := fx.res("aws_ebs_encryption_by_default.d", {})
	every values in [
		{"image_id": "ami-1"},
		{"image_id": fx.expression},
		{"block_device_mappings": [{"ebs": [{"snapshot_id": "snap-1"}]}]},
		{"block_device_mappings": [{"ebs": [{"encrypted": false}]}]},
	] {
		findings := rule.findings with input as fx.stack([fx.res("aws_launch_template.t", values), default_, fx.res("aws_instance.i", {"launch_template": [{"id": "lt-1"}]})])
		fx.verdicts(findings) == set()
	}
}

test_encrypted_passes_whatever_it_is_made_of if {
	findings := rule.findings with input as fx.stack([fx.res("aws_launch_template.t", {"block_device_mappings": [{"ebs": [{"encrypted": true, "snapshot_id": fx.expression}]}]})])
	fx.verdicts(findings) == set()
}

test_each_disk_is_told_by_its_place if {
	spot := fx.res("aws_spot_instance_request.s", {"root_block_device": [{"encrypted": true}], "ebs_block_device": [{"encrypted": true}, {"device_name": "b"}]})
	findings := rule.findings with input as fx.stack([spot])
	{[fact.path, fact.detail] | some fact in findings} == {["ebs_block_device.encrypted", "ebs_block_device[1]"]}
}

test_true_in_another_spelling_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_launch_template.t", {"block_device_mappings": [{"ebs": [{"encrypted": "True"}]}]})])
	fx.verdicts(findings) == set()
}

encrypted_copy(values) := fx.res("aws_ami_copy.golden", object.union({"encrypted": true}, values))

test_the_root_of_an_encrypted_copy_is_encrypted if {
	findings := rule.findings with input as fx.stack([fx.res("aws_instance.i", {"ami": fx.ref("aws_ami_copy.golden")}), encrypted_copy({})])
	fx.verdicts(findings) == set()
}

test_a_template_of_an_encrypted_copy_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_launch_template.t", {"image_id": fx.ref("aws_ami_copy.golden")}), encrypted_copy({})])
	fx.verdicts(findings) == set()
}

test_a_launch_configuration_of_an_encrypted_copy_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_launch_configuration.c", {"image_id": fx.ref("aws_ami_copy.golden")}), encrypted_copy({})])
	fx.verdicts(findings) == set()
}

test_the_root_of_an_open_copy_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_instance.i", {"ami": fx.ref("aws_ami_copy.golden")}), encrypted_copy({"encrypted": false})])
	fx.verdicts(findings) == {["aws_instance.i", "fail", "absent"]}
}

test_a_further_disk_beside_an_encrypted_copy_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_instance.i", {"ami": fx.ref("aws_ami_copy.golden"), "ebs_block_device": [{"device_name": "/dev/sdb"}]}), encrypted_copy({})])
	fx.verdicts(findings) == {["aws_instance.i", "fail", "absent"]}
}

# In a dynamic block nobody can tell whether what a plan leaves open was written.
test_a_disk_written_as_open_that_may_be_of_a_snapshot_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_launch_configuration.c", {"root_block_device": [{"encrypted": true}], "ebs_block_device": [{"encrypted": false, "snapshot_id": fx.expression}]})])
	fx.verdicts(findings) == {["aws_launch_configuration.c", "fail", "disabled"]}
}

test_nodes_without_a_launch_template_have_open_disks if {
	findings := rule.findings with input as fx.stack([fx.res("aws_eks_node_group.n", {})])
	fx.verdicts(findings) == {["aws_eks_node_group.n", "fail", "absent"]}
}

test_nodes_with_a_launch_template_are_judged_there if {
	findings := rule.findings with input as fx.stack([fx.res("aws_eks_node_group.n", {"launch_template": [{"id": "lt-1"}]})])
	fx.verdicts(findings) == {["aws_eks_node_group.n", "not-applicable", "set-by-launch-template"]}
}

test_nodes_that_may_have_a_launch_template_are_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_eks_node_group.n", {"launch_template": fx.expression})])
	fx.verdicts(findings) == {["aws_eks_node_group.n", "unknown", "expression-unresolved"]}
}

test_the_default_of_the_account_holds_for_nodes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_eks_node_group.n", {}), fx.res("aws_ebs_encryption_by_default.d", {})])
	fx.verdicts(findings) == set()
}

test_the_default_of_another_region_holds_for_none if {
	on := fx.within("eu-central-1", fx.res("aws_ebs_encryption_by_default.d", {}))
	given := [
		fx.res("aws_instance.i", {"ami": "ami-1"}),
		fx.res("aws_launch_configuration.c", {"image_id": "ami-1", "ebs_block_device": [{"device_name": "/dev/sdf"}]}),
		fx.res("aws_eks_node_group.n", {}),
		fx.res("aws_launch_template.t", {"image_id": "ami-1"}),
	]
	here := rule.findings with input as fx.stack(array.concat([on], [fx.within("eu-central-1", r) | some r in given]))
	fx.verdicts(here) == set()
	elsewhere := rule.findings with input as fx.stack(array.concat([on], [fx.within("us-east-1", r) | some r in given]))
	{fact.address | some fact in elsewhere; fact.verdict == "fail"} == {r.address | some r in given}
}

fleet(bodies) := fx.stack([fx.res("aws_spot_fleet_request.f", {"launch_specification": bodies})])

test_fleet_of_encrypted_disks_passes if {
	findings := rule.findings with input as fleet([{"ami": "ami-1", "root_block_device": [{"encrypted": true}], "ebs_block_device": [{"encrypted": true}, {"snapshot_id": "snap-1"}]}])
	fx.verdicts(findings) == set()
}

test_each_disk_of_a_fleet_is_told_by_its_place if {
	findings := rule.findings with input as fleet([
		{"ami": "ami-1", "root_block_device": [{"encrypted": true}], "ebs_block_device": [{"encrypted": true}, {"encrypted": false}]},
		{"ami": "ami-1"},
	])
	{[fact.path, fact.detail, fact.verdict, fact.reason] | some fact in findings} == {
		["launch_specification.ebs_block_device.encrypted", "launch_specification[0].ebs_block_device[1]", "fail", "disabled"],
		["launch_specification.root_block_device.encrypted", "launch_specification[1].root_block_device[0]", "fail", "absent"],
	}
}

test_fleet_of_an_encrypted_copy_passes if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_spot_fleet_request.f", {"launch_specification": [{"ami": fx.ref("aws_ami_copy.golden")}]}),
		encrypted_copy({}),
	])
	fx.verdicts(findings) == set()
}

test_fleet_of_which_nobody_knows_is_unknown if {
	every bodies in [fx.expression, [{"ami": "ami-1", "root_block_device": [{"encrypted": fx.expression}]}]] {
		findings := rule.findings with input as fleet(bodies)
		{[fact.detail, fact.verdict] | some fact in findings} == {["launch_specification[0].root_block_device[0]", "unknown"]}
	}
}

test_fleet_of_templates_is_judged_there if {
	findings := rule.findings with input as fx.stack([fx.res("aws_spot_fleet_request.f", {"launch_specification": [], "launch_template_config": [{"launch_template_specification": [{"id": "lt-1"}]}]})])
	fx.verdicts(findings) == {["aws_spot_fleet_request.f", "not-applicable", "set-by-launch-template"]}
}

test_the_default_of_the_account_holds_for_fleets if {
	every values in [{"launch_specification": [{"ami": "ami-1", "ebs_block_device": [{}]}]}, {"launch_template_config": [{}]}] {
		findings := rule.findings with input as fx.stack([fx.res("aws_spot_fleet_request.f", values), fx.res("aws_ebs_encryption_by_default.d", {})])
		fx.verdicts(findings) == set()
	}
}

test_what_is_made_of_a_snapshot_is_as_that_whatever_else_is_open if {
	findings := rule.findings with input as fleet([{"root_block_device": [{"encrypted": true}], "ebs_block_device": [{"encrypted": fx.expression, "snapshot_id": "snap-1"}]}])
	fx.verdicts(findings) == set()
}

test_default_root_of_a_launch_configuration_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_launch_configuration.c", {"image_id": "ami-1"})])
	{[fact.detail, fact.verdict, fact.reason] | some fact in findings} == {["root_block_device[0]", "fail", "absent"]}
}
