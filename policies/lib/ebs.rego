# METADATA
# title: Volumes, snapshots and images
# description: Tells what of the stack is encrypted by where it comes from.
package bulwark.lib.ebs

import data.bulwark.lib.kms
import data.bulwark.lib.tf

# An account that encrypts by default does so whatever the volume says: https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html
by_default(r) if {
	some setting in tf.resources("aws_ebs_encryption_by_default")
	tf.holds_for(setting, r)
	not tf.is_false(object.get(setting.values, "enabled", true))
	not tf.is_unknown(object.get(setting.values, "enabled", true))
}

# Facts about the key of a volume or a copy: where it names none, it gets the default of the account.
# https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyEbsDefaultKmsKeyId.html
customer_key(r) := kms.customer_key(r, "kms_key_id", keys[0]) if {
	tf.step(r.values, "kms_key_id") in {null, ""}
	keys := default_keys(r)
	count(keys) > 0
} else := kms.customer_key(r, "kms_key_id", tf.step(r.values, "kms_key_id"))

default_keys(r) := [tf.step(setting.values, "key_arn") | some setting in tf.resources("aws_ebs_default_kms_key"); tf.holds_for(setting, r)]

# What is made from an encrypted snapshot or image is encrypted, and cannot be otherwise: https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html
is_encrypted(source) if {
	some name in names(source)
	name in (sealed - open)
}

# A snapshot or an image of the stack, about which there is nothing more to ask.
is_here(source) if {
	some name in names(source)
	name in (sealed | open)
}

# An expression that leads to one of several is none of them for sure.
names(source) := {source} if is_string(source)

names(source) := tf.sole_targets(source) if source["$unknown"] == "reference"

sealed := {name | some r in made; is_sealed(r); some name in tf.identifiers(r)}

open := {name | some r in made; is_open(r); some name in tf.identifiers(r)}

made := [r |
	some type in ["aws_ami_copy", "aws_ebs_snapshot", "aws_ebs_snapshot_copy", "aws_ebs_snapshot_import"]
	some r in tf.resources(type)
]

is_sealed(r) if tf.is_true(tf.step(r.values, "encrypted"))

# A snapshot is as its volume; of one that is not here nobody knows.
is_sealed(r) if {
	some volume in volumes(r)
	tf.is_true(tf.step(volume.values, "encrypted"))
}

is_open(r) if {
	is_null(tf.step(r.values, "volume_id"))
	is_off(r)
}

is_open(r) if {
	some volume in volumes(r)
	is_off(volume)
}

is_off(r) if tf.step(r.values, "encrypted") in {null, false, "false"}

volumes(r) := [volume |
	some volume in tf.resources("aws_ebs_volume")
	tf.points_to(tf.step(r.values, "volume_id"), volume)
]
