# METADATA
# title: "A patch baseline is really applied"
# description: >-
#   A baseline alone patches nothing. It takes a patch group that uses it, or to be the default of its operating system,
#   an enabled maintenance window, a target of that window with the group's tag, and a task that runs
#   AWS-RunPatchBaseline with Operation Install (Scan only reports). A task may name the machines by itself. A State
#   Manager association with the same document does the same, and so does a patch policy of Quick Setup that scans and installs.
# related_resources:
#   - ref: https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-patch-groups.html
#     description: "Patch groups"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ssm_patch_group
#     description: "aws_ssm_patch_group"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ssm_default_patch_baseline
#     description: "aws_ssm_default_patch_baseline: what machines without a patch group use"
#   - ref: https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-aws-runpatchbaseline.html
#     description: "AWS-RunPatchBaseline"
# custom:
#   severity: high
#   domain: patching
#   resource_types: ["aws_ssm_patch_baseline"]
#   obligations: [OBL-SDLC-6, OBL-CONS-10, OBL-RISK-5]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     Baseline, patch group (or default), enabled window, target and an installing task (or association) meet.
#   fix:
#     terraform: >-
#       Add aws_ssm_patch_group, aws_ssm_maintenance_window, ..._target on tag:PatchGroup and ..._task running AWS-
#       RunPatchBaseline with Operation = Install.
#   since: "0.1.0"
package bulwark.rules.ssm_patching_complete

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_ssm_patch_baseline")
	not is_used(r)
	fact := failed_or_unknown(r, "no-patch-group", strays)
}

findings contains fact if {
	some r in tf.resources("aws_ssm_patch_baseline")
	is_used(r)
	not installs(r)
	fact := failed_or_unknown(r, "no-install-task", doubts(r))
}

doubts(r) := array.concat(array.concat(unclear, nameless), array.concat(elsewhere, [r.address | some operation_ in policies(r); tf.is_unknown(operation_)]))

failed_or_unknown(r, reason, []) := result.fail(r, "", null, reason)

failed_or_unknown(r, _, open) := object.union(result.unknown(r, "", {"$unknown": "expression"}), {"related": open}) if count(open) > 0

# A group or a default whose baseline is not known may be of this one.
strays := [user.address |
	some type in ["aws_ssm_patch_group", "aws_ssm_default_patch_baseline"]
	some user in tf.resources(type)
	tf.is_unknown(user.values.baseline_id)
	not tf.refers_to_type(user.values.baseline_id, "aws_ssm_patch_baseline")
]

groups(r) := {name |
	some group in tf.resources("aws_ssm_patch_group")
	tf.points_to(group.values.baseline_id, r)
	name := group.values.patch_group
}

is_used(r) if count(groups(r)) > 0

is_used(r) if is_default(r)

is_used(r) if count(policies(r)) > 0

# What patch policies of Quick Setup do with it: https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-policies.html
policies(r) := [tf.step(parameters, "ConfigurationOptionsPatchOperation") |
	some manager in tf.resources("aws_ssmquicksetup_configuration_manager")
	some definition in tf.list(object.get(manager.values, "configuration_definition", null))
	tf.step(definition, "type") == "AWSQuickSetupType-PatchPolicy"
	parameters := tf.step(definition, "parameters")
	tf.points_to(tf.step(parameters, "SelectedPatchBaselines"), r)
]

installs(r) if "ScanAndInstall" in policies(r)

is_default(r) if {
	some default_ in tf.resources("aws_ssm_default_patch_baseline")
	tf.points_to(default_.values.baseline_id, r)
}

installs(r) if {
	some target in targets
	is_for(target.block, r)
}

# What installing tasks and associations are for: blocks of a key and values, each with the resource it stands in.
targets := array.concat(of_windows, of_associations)

of_windows := [target |
	some window in tf.resources("aws_ssm_maintenance_window")
	object.get(window.values, "enabled", true) in {true, null, "true"}
	some task in tf.resources("aws_ssm_maintenance_window_task")
	tf.points_to(task.values.window_id, window)
	is_patching(task.values.task_arn)
	some parameter in tf.list(tf.dig(task.values, ["task_invocation_parameters", "run_command_parameters", "parameter"]))
	is_install(tf.step(parameter, "name"), object.get(parameter, "values", null))
	some target in array.concat(machines_of(task), targets_of(window))
]

machines_of(task) := [{"by": task.address, "block": block} |
	some block in tf.list(object.get(task.values, "targets", null))
	tf.step(block, "key") == "InstanceIds"
]

targets_of(window) := [{"by": target.address, "block": block} |
	some target in tf.resources("aws_ssm_maintenance_window_target")
	tf.points_to(target.values.window_id, window)
	some block in tf.list(target.values.targets)
]

of_associations := [{"by": association.address, "block": block} |
	some association in tf.resources("aws_ssm_association")
	is_patching(association.values.name)
	operation(association) in install
	some block in tf.list(association.values.targets)
]

operation(association) := tf.dig(association.values, ["parameters", "Operation"])

install := {"Install", ["Install"]}

# By its name or by its ARN.
is_patching(document) if {
	parts := split(document, ":document/")
	parts[count(parts) - 1] in {"AWS-RunPatchBaseline", "AWS-RunPatchBaselineWithHooks", "AWS-RunPatchBaselineAssociation"}
}

is_install("Operation", ["Install"])

# The tag is "Patch Group", or "PatchGroup" where instance metadata shows tags.
is_for(block, r) if {
	block.key in {"tag:PatchGroup", "tag:Patch Group"}
	some name in groups(r)
	name in block.values
}

is_for(block, _) if block.key == "InstanceIds"

# Machines without a patch group are chosen by any other tag or by a resource group.
is_for(block, r) if {
	is_default(r)
	is_string(block.key)
}

# Parts whose meaning is open before apply.
unclear := [r.address |
	some [r, part] in parts
	walk(part, [_, value])
	tf.is_unknown(value)
	not names_part(value)
]

# What decides; where a task writes its output does not.
parts := array.concat(
	[[r, part] |
		some type in ["aws_ssm_maintenance_window", "aws_ssm_maintenance_window_target", "aws_ssm_maintenance_window_task"]
		some r in tf.resources(type)
		some part in array.concat(
			[object.get(r.values, attribute, null) | some attribute in ["enabled", "targets", "task_arn", "window_id"]],
			[tf.dig(r.values, ["task_invocation_parameters", "run_command_parameters", "parameter"])],
		)
	],
	[[r, part] |
		some r in tf.resources("aws_ssm_association")
		may_patch(r.values.name)
		may_install(operation(r))
		some part in [r.values.name, object.get(r.values, "targets", null), operation(r)]
	],
)

may_patch(document) if is_patching(document)

may_patch(document) if tf.is_unknown(document)

may_install(written) if written in install

may_install(written) if tf.is_unknown(written)

# A task names its window, and its targets by their ids: known only after apply, and clear before.
names_part(value) if {
	some type in ["aws_ssm_maintenance_window", "aws_ssm_maintenance_window_target"]
	tf.refers_to_type(value, type)
}

# A group of which nobody knows the name may be the one a window is for.
nameless := [group.address |
	some group in tf.resources("aws_ssm_patch_group")
	tf.is_unknown(group.values.patch_group)
]

# Machines that are chosen by another tag or by a resource group may be of the patch group too.
elsewhere := [target.by |
	some target in targets
	is_string(target.block.key)
	not target.block.key in {"tag:PatchGroup", "tag:Patch Group"}
]
