# METADATA
# title: "Images and copied or imported snapshots are encrypted"
# description: >-
#   An image carries everything that stood on the disk it was made from. A copy of an unencrypted source stays
#   unencrypted unless it says otherwise; a stack that switches on encryption by default covers its copies.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AMIEncryption.html
#     description: "Encryption of images"
#   - ref: https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html
#     description: "EBS encryption"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ami
#     description: "aws_ami"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ami_copy
#     description: "aws_ami_copy"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ebs_snapshot_copy
#     description: "aws_ebs_snapshot_copy"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ebs_snapshot_import
#     description: "aws_ebs_snapshot_import"
# custom:
#   severity: medium
#   domain: encryption
#   resource_types: ["aws_ami", "aws_ami_copy", "aws_ebs_snapshot_copy", "aws_ebs_snapshot_import", "aws_ebs_encryption_by_default"]
#   obligations: [OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_204", "CKV_AWS_235"]
#     trivy: []
#     kics: ["8bbb242f-6e38-4127-86d4-d8f0b2687ae2"]
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     encrypted is true on the copy, on the import and on each block device of an image.
#   fix:
#     terraform: >-
#       encrypted = true
#   since: "0.1.0"
package bulwark.rules.image_encrypted

import data.bulwark.lib.ebs
import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some type in ["aws_ami_copy", "aws_ebs_snapshot_copy", "aws_ebs_snapshot_import"]
	some r in tf.resources(type)
	not ebs.by_default(r)
	not ebs.is_encrypted(source(r.values))
	some fact in judge.enabled(r, ["encrypted"], false)
}

# What a copy is made from.
source(values) := tf.step(values, "source_snapshot_id") if not is_null(tf.step(values, "source_snapshot_id"))

source(values) := tf.step(values, "source_ami_id") if is_null(tf.step(values, "source_snapshot_id"))

findings contains result.with_detail(fact, format_int(index, 10)) if {
	some r in tf.resources("aws_ami")
	not ebs.by_default(r)
	some index, device in tf.list(object.get(r.values, "ebs_block_device", null))
	not from_snapshot(device)
	some fact in judge.value_enabled(r, "ebs_block_device.encrypted", tf.step(device, "encrypted"), false)
}

findings contains result.not_applicable(r, "encrypted-as-its-snapshots") if {
	some r in tf.resources("aws_ami")
	devices := tf.list(object.get(r.values, "ebs_block_device", null))
	count(devices) > 0
	every device in devices {
		from_snapshot(device)
	}
}

# The provider refuses encrypted beside snapshot_id: the disk is as the snapshot was.
from_snapshot(device) if not tf.step(device, "snapshot_id") in {null, ""}
