# METADATA
# title: Disks
# description: Whether an account encrypts every new disk by itself.
package bulwark.lib.ebs

import data.bulwark.lib.tf

# An account that encrypts by default does so whatever the volume says: https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html
by_default if {
	some r in tf.resources("aws_ebs_encryption_by_default")
	enabled := object.get(r.values, "enabled", true)
	not tf.is_false(enabled)
	not tf.is_unknown(enabled)
}
