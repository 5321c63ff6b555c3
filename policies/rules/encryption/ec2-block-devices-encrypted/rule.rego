# METADATA
# title: "Disks of instances are encrypted"
# description: >-
#   The root disk holds logs, caches and whatever the software wrote. Without a block that says so it is as the
#   image was, which for most images is unencrypted. A disk made from a snapshot is as the snapshot was: the two
#   settings exclude each other. A stack that switches on encryption by default covers its instances.
# related_resources:
#   - ref: https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html
#     description: "EBS encryption"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-3
#     description: "EC2.3"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-173
#     description: "EC2.173"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/instance
#     description: "aws_instance"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/launch_template
#     description: "aws_launch_template"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/spot_instance_request
#     description: "aws_spot_instance_request"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/spot_fleet_request
#     description: "aws_spot_fleet_request"
#   - ref: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LaunchTemplateEbsBlockDeviceRequest.html
#     description: "Encrypted and SnapshotId of a launch template"
# custom:
#   severity: high
#   domain: encryption
#   resource_types:
#     - "aws_instance"
#     - "aws_spot_instance_request"
#     - "aws_spot_fleet_request"
#     - "aws_launch_template"
#     - "aws_launch_configuration"
#     - "aws_eks_node_group"
#     - "aws_ebs_encryption_by_default"
#   obligations: [OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_8"]
#     trivy: ["AWS-0008", "AWS-0131"]
#     kics: ["1f624961-9a18-4387-91c8-3856e1974b6f"]
#     cdk_nag: ["AwsSolutions-EC26"]
#     security_hub: ["EC2.3", "EC2.181", "EC2.173"]
#     regula: []
#   expected: >-
#     Each block device says encrypted = true or is made from a snapshot, or the stack encrypts by default.
#   fix:
#     terraform: >-
#       root_block_device { encrypted = true }
#   since: "0.1.0"
package bulwark.rules.ec2_block_devices_encrypted

import data.bulwark.lib.ebs
import data.bulwark.lib.ec2
import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some type in ec2.instances
	some r in tf.resources(type)
	not ebs.by_default(r)
	not from_template(r)
	not ebs.is_encrypted(tf.step(r.values, "ami"))
	some fact in judge.enabled(r, ["root_block_device", "encrypted"], false)
}

findings contains result.not_applicable(r, "set-by-launch-template") if {
	some type in ec2.instances
	some r in tf.resources(type)
	not ebs.by_default(r)
	from_template(r)
}

findings contains result.not_applicable(r, "set-by-launch-template") if {
	some r in ec2.fleets_of_templates
	not ebs.by_default(r)
}

from_template(r) if {
	not is_null(tf.step(r.values, "launch_template"))
	is_null(tf.dig(r.values, ["root_block_device", "encrypted"]))
}

findings contains result.with_detail(fact, device.detail) if {
	some device in devices
	not ebs.by_default(device.r)
	some fact in facts(device)
}

placed(path, index) := concat("", [path, "[", format_int(index, 10), "]"])

facts(device) := [] if {
	tf.is_true(tf.step(device.block, "no_device"))
} else := [] if {
	judge.is_something(tf.step(device.block, "snapshot_id"))
} else := switch_facts(device) if {
	tf.is_unknown(tf.step(device.block, "encrypted"))
} else := switch_facts(device) if {
	# What a plan leaves open of a dynamic block may not be written at all.
	tf.is_false(tf.step(device.block, "encrypted"))
} else := open if {
	count(switch_facts(device)) > 0
	open := open_facts(device)
	count(open) > 0
} else := switch_facts(device)

switch_facts(device) := judge.value_enabled(device.r, concat(".", [device.path, "encrypted"]), tf.step(device.block, "encrypted"), false)

# It may turn out that there is no disk, or one made from a snapshot.
open_facts(device) := [result.unknown(device.r, concat(".", [device.path, key]), value) |
	some key in ["snapshot_id", "no_device"]
	value := tf.step(device.block, key)
	tf.is_unknown(value)
]

# The disks of managed nodes are encrypted by a launch template or by the account: https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html
findings contains fact if {
	some r in tf.resources("aws_eks_node_group")
	not ebs.by_default(r)
	some fact in of_nodes(r, tf.step(r.values, "launch_template"))
}

of_nodes(r, null) := [result.absent(r, "launch_template")]

of_nodes(r, value) := [result.unknown(r, "launch_template", value)] if tf.is_unknown(value)

of_nodes(r, value) := [result.not_applicable(r, "set-by-launch-template")] if tf.is_known(value)

# Nobody wrote a disk of its own, so that the root is as the image was.
findings contains result.absent(r, "block_device_mappings.ebs.encrypted") if {
	some [r, image] in bare_templates
	not ebs.by_default(r)
	judge.is_something(image)
}

findings contains result.unknown(r, "image_id", image) if {
	some [r, image] in bare_templates
	not ebs.by_default(r)
	judge.may_be_nothing(image)
}

bare_templates := [[r, tf.step(r.values, "image_id")] |
	some r in tf.resources("aws_launch_template")
	count(tf.list(object.get(r.values, "block_device_mappings", null))) == 0
	not ebs.is_encrypted(tf.step(r.values, "image_id"))
]

findings contains result.not_applicable(r, "encrypted-as-its-snapshots") if {
	some r in tf.resources("aws_launch_template")
	not ebs.by_default(r)
	mappings := tf.list(object.get(r.values, "block_device_mappings", null))
	count(mappings) > 0
	every mapping in mappings {
		judge.is_something(tf.dig(mapping, ["ebs", "snapshot_id"]))
	}
}

# Blocks that carry a volume; instance store and suppressed devices carry none.
devices contains {"r": r, "path": "ebs_block_device", "detail": placed("ebs_block_device", index), "block": block} if {
	some type in array.concat(ec2.instances, ["aws_launch_configuration"])
	some r in tf.resources(type)
	some index, block in tf.list(object.get(r.values, "ebs_block_device", null))
}

devices contains {"r": r, "path": "root_block_device", "detail": placed("root_block_device", 0), "block": tf.step(r.values, "root_block_device")} if {
	some r in tf.resources("aws_launch_configuration")
	not ebs.is_encrypted(tf.step(r.values, "image_id"))
}

devices contains {"r": r, "path": "block_device_mappings.ebs", "detail": placed("block_device_mappings.ebs", index), "block": tf.step(mapping, "ebs")} if {
	some r in tf.resources("aws_launch_template")
	some index, mapping in tf.list(object.get(r.values, "block_device_mappings", null))
	not is_null(tf.step(mapping, "ebs"))
}

devices contains {"r": launch.r, "path": "launch_specification.root_block_device", "detail": detail, "block": tf.step(launch.body, "root_block_device")} if {
	some launch in ec2.fleet_launches
	not ebs.is_encrypted(tf.step(launch.body, "ami"))
	detail := concat(".", [launch.detail, placed("root_block_device", 0)])
}

devices contains {"r": launch.r, "path": "launch_specification.ebs_block_device", "detail": detail, "block": block} if {
	some launch in ec2.fleet_launches
	some index, block in tf.list(tf.step(launch.body, "ebs_block_device"))
	not tf.is_unknown(launch.body)
	detail := concat(".", [launch.detail, placed("ebs_block_device", index)])
}
