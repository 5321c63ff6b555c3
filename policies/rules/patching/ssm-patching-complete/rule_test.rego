package bulwark.rules_test.ssm_patching_complete

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ssm_patching_complete as rule

test_complete_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_patch_baseline.b", {"name": "gateway"}), fx.res("aws_ssm_patch_group.g", {"baseline_id": fx.ref("aws_ssm_patch_baseline.b"), "patch_group": "gateway"}), fx.res("aws_ssm_maintenance_window.w", {"name": "weekly", "enabled": true}), fx.res("aws_ssm_maintenance_window_target.t", {"window_id": fx.ref("aws_ssm_maintenance_window.w"), "targets": [{"key": "tag:PatchGroup", "values": ["gateway"]}]}), fx.res("aws_ssm_maintenance_window_task.k", {"window_id": fx.ref("aws_ssm_maintenance_window.w"), "task_arn": "AWS-RunPatchBaseline", "task_type": "RUN_COMMAND", "task_invocation_parameters": [{"run_command_parameters": [{"parameter": [{"name": "Operation", "values": ["Install"]}]}]}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_association_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_patch_baseline.b", {"name": "gateway"}), fx.res("aws_ssm_patch_group.g", {"baseline_id": fx.ref("aws_ssm_patch_baseline.b"), "patch_group": "gateway"}), fx.res("aws_ssm_association.a", {"name": "AWS-RunPatchBaseline", "parameters": {"Operation": "Install"}, "targets": [{"key": "tag:PatchGroup", "values": ["gateway"]}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_baseline_alone_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_patch_baseline.b", {"name": "gateway"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_ssm_patch_baseline.b", "fail", "no-patch-group"]}
}

test_no_window_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_patch_baseline.b", {"name": "gateway"}), fx.res("aws_ssm_patch_group.g", {"baseline_id": fx.ref("aws_ssm_patch_baseline.b"), "patch_group": "gateway"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_ssm_patch_baseline.b", "fail", "no-install-task"]}
}

test_scan_only_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_patch_baseline.b", {"name": "gateway"}), fx.res("aws_ssm_patch_group.g", {"baseline_id": fx.ref("aws_ssm_patch_baseline.b"), "patch_group": "gateway"}), fx.res("aws_ssm_maintenance_window.w", {"name": "weekly", "enabled": true}), fx.res("aws_ssm_maintenance_window_target.t", {"window_id": fx.ref("aws_ssm_maintenance_window.w"), "targets": [{"key": "tag:PatchGroup", "values": ["gateway"]}]}), fx.res("aws_ssm_maintenance_window_task.k", {"window_id": fx.ref("aws_ssm_maintenance_window.w"), "task_arn": "AWS-RunPatchBaseline", "task_type": "RUN_COMMAND", "task_invocation_parameters": [{"run_command_parameters": [{"parameter": [{"name": "Operation", "values": ["Scan"]}]}]}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_ssm_patch_baseline.b", "fail", "no-install-task"]}
}

test_disabled_window_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_patch_baseline.b", {"name": "gateway"}), fx.res("aws_ssm_patch_group.g", {"baseline_id": fx.ref("aws_ssm_patch_baseline.b"), "patch_group": "gateway"}), fx.res("aws_ssm_maintenance_window.w", {"name": "weekly", "enabled": false}), fx.res("aws_ssm_maintenance_window_target.t", {"window_id": fx.ref("aws_ssm_maintenance_window.w"), "targets": [{"key": "tag:PatchGroup", "values": ["gateway"]}]}), fx.res("aws_ssm_maintenance_window_task.k", {"window_id": fx.ref("aws_ssm_maintenance_window.w"), "task_arn": "AWS-RunPatchBaseline", "task_type": "RUN_COMMAND", "task_invocation_parameters": [{"run_command_parameters": [{"parameter": [{"name": "Operation", "values": ["Install"]}]}]}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_ssm_patch_baseline.b", "fail", "no-install-task"]}
}

test_window_for_others_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_patch_baseline.b", {"name": "gateway"}), fx.res("aws_ssm_patch_group.g", {"baseline_id": fx.ref("aws_ssm_patch_baseline.b"), "patch_group": "gateway"}), fx.res("aws_ssm_maintenance_window.w", {"name": "weekly", "enabled": true}), fx.res("aws_ssm_maintenance_window_target.t", {"window_id": fx.ref("aws_ssm_maintenance_window.w"), "targets": [{"key": "tag:PatchGroup", "values": ["other"]}]}), fx.res("aws_ssm_maintenance_window_task.k", {"window_id": fx.ref("aws_ssm_maintenance_window.w"), "task_arn": "AWS-RunPatchBaseline", "task_type": "RUN_COMMAND", "task_invocation_parameters": [{"run_command_parameters": [{"parameter": [{"name": "Operation", "values": ["Install"]}]}]}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_ssm_patch_baseline.b", "fail", "no-install-task"]}
}

test_unresolved_window_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_patch_baseline.b", {"name": "gateway"}), fx.res("aws_ssm_patch_group.g", {"baseline_id": fx.ref("aws_ssm_patch_baseline.b"), "patch_group": "gateway"}), fx.res("aws_ssm_maintenance_window.w", {"name": "weekly", "enabled": fx.expression}), fx.res("aws_ssm_maintenance_window_target.t", {"window_id": fx.ref("aws_ssm_maintenance_window.w"), "targets": [{"key": "tag:PatchGroup", "values": ["gateway"]}]}), fx.res("aws_ssm_maintenance_window_task.k", {"window_id": fx.ref("aws_ssm_maintenance_window.w"), "task_arn": "AWS-RunPatchBaseline", "task_type": "RUN_COMMAND", "task_invocation_parameters": [{"run_command_parameters": [{"parameter": [{"name": "Operation", "values": ["Install"]}]}]}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_ssm_patch_baseline.b", "unknown", "expression-unresolved"]}
}

test_a_group_of_nobody_knows_which_baseline_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_patch_baseline.b", {"name": "gateway"}), fx.res("aws_ssm_patch_group.g", {"baseline_id": fx.expression, "patch_group": "gateway"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_ssm_patch_baseline.b", "unknown", "expression-unresolved"]}
}

test_a_target_unresolved_in_part_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_patch_baseline.b", {"name": "gateway"}), fx.res("aws_ssm_patch_group.g", {"baseline_id": fx.ref("aws_ssm_patch_baseline.b"), "patch_group": "gateway"}), fx.res("aws_ssm_maintenance_window_target.t", {"targets": [{"key": "tag:PatchGroup", "values": [fx.expression]}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_ssm_patch_baseline.b", "unknown", "expression-unresolved"]}
}

test_targets_named_by_their_ids_are_clear if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_patch_baseline.b", {"name": "gateway"}), fx.res("aws_ssm_patch_group.g", {"baseline_id": fx.ref("aws_ssm_patch_baseline.b"), "patch_group": "gateway"}), fx.res("aws_ssm_maintenance_window.w", {"enabled": false}), fx.res("aws_ssm_maintenance_window_target.t", {"window_id": fx.ref("aws_ssm_maintenance_window.w"), "targets": [{"key": "tag:PatchGroup", "values": ["gateway"]}]}), fx.res("aws_ssm_maintenance_window_task.k", {"window_id": fx.ref("aws_ssm_maintenance_window.w"), "task_arn": "AWS-RunPatchBaseline", "targets": [{"key": "WindowTargetIds", "values": [fx.ref("aws_ssm_maintenance_window_target.t")]}], "task_invocation_parameters": [{"run_command_parameters": [{"parameter": [{"name": "Operation", "values": ["Install"]}]}]}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_ssm_patch_baseline.b", "fail", "no-install-task"]}
}

test_a_group_without_a_known_name_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_patch_baseline.b", {"name": "gateway"}), fx.res("aws_ssm_patch_group.g", {"baseline_id": fx.ref("aws_ssm_patch_baseline.b"), "patch_group": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_ssm_patch_baseline.b", "unknown", "expression-unresolved"]}
}

default_baseline(target) := [fx.res("aws_ssm_patch_baseline.b", {"name": "gateway"}), fx.res("aws_ssm_default_patch_baseline.d", {"baseline_id": target})]

window := fx.res("aws_ssm_maintenance_window.w", {"name": "weekly", "enabled": true})

task(targets) := fx.res("aws_ssm_maintenance_window_task.k", {"window_id": fx.ref("aws_ssm_maintenance_window.w"), "task_arn": "AWS-RunPatchBaseline", "targets": targets, "task_invocation_parameters": [{"run_command_parameters": [{"parameter": [{"name": "Operation", "values": ["Install"]}]}]}]})

test_a_default_baseline_needs_no_group if {
	targets := fx.res("aws_ssm_maintenance_window_target.t", {"window_id": fx.ref("aws_ssm_maintenance_window.w"), "targets": [{"key": "tag:Fleet", "values": ["all"]}]})
	findings := rule.findings with input as fx.stack(array.concat(default_baseline(fx.ref("aws_ssm_patch_baseline.b")), [window, targets, task([])]))
	fx.verdicts(findings) == set()
}

test_a_default_baseline_alone_patches_nothing if {
	findings := rule.findings with input as fx.stack(default_baseline(fx.ref("aws_ssm_patch_baseline.b")))
	fx.verdicts(findings) == {["aws_ssm_patch_baseline.b", "fail", "no-install-task"]}
}

test_a_default_of_nobody_knows_which_baseline_is_unknown if {
	findings := rule.findings with input as fx.stack(default_baseline(fx.expression))
	fx.verdicts(findings) == {["aws_ssm_patch_baseline.b", "unknown", "expression-unresolved"]}
}

test_a_task_that_names_machines_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_patch_baseline.b", {"name": "gateway"}), fx.res("aws_ssm_patch_group.g", {"baseline_id": fx.ref("aws_ssm_patch_baseline.b"), "patch_group": "gateway"}), window, task([{"key": "InstanceIds", "values": ["i-1"]}])])
	fx.verdicts(findings) == set()
}

grouped := [fx.res("aws_ssm_patch_baseline.b", {"name": "gateway"}), fx.res("aws_ssm_patch_group.g", {"baseline_id": fx.ref("aws_ssm_patch_baseline.b"), "patch_group": "gateway"})]

patching := {"name": "AWS-RunPatchBaseline", "parameters": {"Operation": "Install"}, "targets": [{"key": "tag:PatchGroup", "values": ["gateway"]}]}

association(values) := fx.stack(array.concat(grouped, [fx.res("aws_ssm_association.a", object.union(object.remove(patching, object.keys(values)), values))]))

test_an_association_that_nobody_knows_is_unknown if {
	every values in [
		{"name": fx.expression},
		{"targets": [{"key": "tag:PatchGroup", "values": [fx.expression]}]},
		{"targets": fx.expression},
		{"parameters": fx.expression},
		{"parameters": {"Operation": fx.expression}},
	] {
		findings := rule.findings with input as association(values)
		fx.verdicts(findings) == {["aws_ssm_patch_baseline.b", "unknown", "expression-unresolved"]}
	}
}

test_an_association_that_does_something_else_patches_nothing if {
	every values in [{"name": "AWS-RunShellScript", "parameters": fx.expression}, {"parameters": {"Operation": "Scan"}}, {"targets": [{"key": "tag:PatchGroup", "values": ["other"]}]}] {
		findings := rule.findings with input as association(values)
		fx.verdicts(findings) == {["aws_ssm_patch_baseline.b", "fail", "no-install-task"]}
	}
}

test_a_stray_group_does_not_trouble_a_baseline_that_is_used if {
	stray := fx.res("aws_ssm_patch_group.s", {"baseline_id": fx.expression, "patch_group": "other"})
	findings := rule.findings with input as fx.stack(array.concat(grouped, [stray, window, task([{"key": "InstanceIds", "values": ["i-1"]}])]))
	fx.verdicts(findings) == set()
}

test_the_group_of_another_baseline_is_none_of_it if {
	every id in ["pb-1", fx.ref("aws_ssm_patch_baseline.other")] {
		findings := rule.findings with input as fx.stack([fx.res("aws_ssm_patch_baseline.b", {"name": "gateway"}), fx.res("aws_ssm_patch_group.g", {"baseline_id": id, "patch_group": "gateway"})])
		fx.verdicts(findings) == {["aws_ssm_patch_baseline.b", "fail", "no-patch-group"]}
	}
}

test_the_target_of_another_window_is_none_of_the_task if {
	target := fx.res("aws_ssm_maintenance_window_target.t", {"window_id": fx.ref("aws_ssm_maintenance_window.other"), "targets": [{"key": "tag:PatchGroup", "values": ["gateway"]}]})
	findings := rule.findings with input as fx.stack(array.concat(grouped, [window, target, task([])]))
	fx.verdicts(findings) == {["aws_ssm_patch_baseline.b", "fail", "no-install-task"]}
}

test_a_task_names_machines_by_their_ids_alone if {
	findings := rule.findings with input as fx.stack(array.concat(default_baseline(fx.ref("aws_ssm_patch_baseline.b")), [window, task([{"key": "WindowTargetIds", "values": ["t-1"]}])]))
	fx.verdicts(findings) == {["aws_ssm_patch_baseline.b", "fail", "no-install-task"]}
}

test_an_unclear_window_does_not_trouble_a_baseline_that_is_applied if {
	unclear := fx.res("aws_ssm_maintenance_window.u", {"enabled": fx.expression})
	findings := rule.findings with input as fx.stack(array.concat(grouped, [window, unclear, task([{"key": "InstanceIds", "values": ["i-1"]}])]))
	fx.verdicts(findings) == set()
}

test_each_document_that_patches_counts if {
	every name in ["AWS-RunPatchBaselineWithHooks", "AWS-RunPatchBaselineAssociation", "arn:aws:ssm:eu-central-1::document/AWS-RunPatchBaseline"] {
		findings := rule.findings with input as association({"name": name})
		fx.verdicts(findings) == set()
	}
}

test_each_part_of_a_task_that_nobody_knows_is_unknown if {
	machines := [{"key": "InstanceIds", "values": ["i-1"]}]
	every operation in [
		{"op": "replace", "path": "/values/task_arn", "value": fx.expression},
		{"op": "replace", "path": "/values/window_id", "value": fx.expression},
		{"op": "replace", "path": "/values/task_invocation_parameters/0/run_command_parameters/0/parameter/0/values", "value": fx.expression},
	] {
		findings := rule.findings with input as fx.stack(array.concat(grouped, [window, json.patch(task(machines), [operation])]))
		fx.verdicts(findings) == {["aws_ssm_patch_baseline.b", "unknown", "expression-unresolved"]}
	}
}

in_group := [fx.res("aws_ssm_patch_baseline.b", {"name": "gateway"}), fx.res("aws_ssm_patch_group.g", {"baseline_id": fx.ref("aws_ssm_patch_baseline.b"), "patch_group": "gateway"})]

test_an_association_that_nobody_can_read_is_unknown if {
	every values in [
		{"name": "AWS-RunPatchBaseline", "parameters": {"Operation": fx.expression}, "targets": [{"key": "tag:PatchGroup", "values": ["gateway"]}]},
		{"name": "AWS-RunPatchBaseline", "parameters": {"Operation": "Install"}, "targets": [{"key": "tag:PatchGroup", "values": [fx.expression]}]},
		{"name": fx.expression, "parameters": {"Operation": "Install"}, "targets": [{"key": "tag:PatchGroup", "values": ["gateway"]}]},
	] {
		findings := rule.findings with input as fx.stack(array.concat(in_group, [fx.res("aws_ssm_association.a", values)]))
		fx.verdicts(findings) == {["aws_ssm_patch_baseline.b", "unknown", "expression-unresolved"]}
	}
}

test_an_association_that_scans_fails if {
	findings := rule.findings with input as fx.stack(array.concat(in_group, [fx.res("aws_ssm_association.a", {"name": "AWS-RunPatchBaseline", "parameters": {"Operation": "Scan"}, "targets": [{"key": "tag:PatchGroup", "values": ["gateway"]}], "output_location": [{"s3_bucket_name": fx.expression}]})]))
	fx.verdicts(findings) == {["aws_ssm_patch_baseline.b", "fail", "no-install-task"]}
}

# The machines of a group may carry any other tag too, and stand in resource groups.
test_machines_chosen_by_another_tag_may_be_of_the_group if {
	targets := fx.res("aws_ssm_maintenance_window_target.t", {"window_id": fx.ref("aws_ssm_maintenance_window.w"), "targets": [{"key": "tag:Stage", "values": ["production"]}]})
	findings := rule.findings with input as fx.stack(array.concat(in_group, [window, targets, task([])]))
	fx.verdicts(findings) == {["aws_ssm_patch_baseline.b", "unknown", "expression-unresolved"]}
}

test_the_document_with_hooks_by_its_arn_passes if {
	targets := fx.res("aws_ssm_maintenance_window_target.t", {"window_id": fx.ref("aws_ssm_maintenance_window.w"), "targets": [{"key": "tag:PatchGroup", "values": ["gateway"]}]})
	hooked := object.union(task([]), {"values": object.union(task([]).values, {"task_arn": "arn:aws:ssm:eu-central-1::document/AWS-RunPatchBaselineWithHooks"})})
	findings := rule.findings with input as fx.stack(array.concat(in_group, [window, targets, hooked]))
	fx.verdicts(findings) == set()
}

policy(operation, baselines) := fx.res("aws_ssmquicksetup_configuration_manager.m", {"configuration_definition": [{"type": "AWSQuickSetupType-PatchPolicy", "parameters": {"ConfigurationOptionsPatchOperation": operation, "SelectedPatchBaselines": baselines}}]})

# https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-policies.html
test_a_patch_policy_needs_no_group_and_no_window if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_patch_baseline.b", {"name": "gateway"}), policy("ScanAndInstall", fx.template("{\"x\":${aws_ssm_patch_baseline.b.id}}", ["aws_ssm_patch_baseline.b"]))])
	fx.verdicts(findings) == set()
}

test_a_patch_policy_that_scans_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_patch_baseline.b", {"name": "gateway"}), policy("Scan", fx.ref("aws_ssm_patch_baseline.b"))])
	fx.verdicts(findings) == {["aws_ssm_patch_baseline.b", "fail", "no-install-task"]}
}

test_a_patch_policy_of_another_baseline_does_not_help if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_patch_baseline.b", {"name": "gateway"}), policy("ScanAndInstall", fx.ref("aws_ssm_patch_baseline.other"))])
	fx.verdicts(findings) == {["aws_ssm_patch_baseline.b", "fail", "no-patch-group"]}
}

test_a_patch_policy_that_nobody_can_read_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_patch_baseline.b", {"name": "gateway"}), policy(fx.expression, fx.ref("aws_ssm_patch_baseline.b"))])
	fx.verdicts(findings) == {["aws_ssm_patch_baseline.b", "unknown", "expression-unresolved"]}
}
