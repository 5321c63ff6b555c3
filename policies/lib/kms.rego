# METADATA
# title: Keys
# description: Tells a customer managed key from an AWS managed one, following references to keys and aliases.
package bulwark.lib.kms

import data.bulwark.lib.result
import data.bulwark.lib.tf

# Keys of every origin. A replica has a policy and a deletion of its own.
keys := ["aws_kms_key", "aws_kms_replica_key", "aws_kms_external_key", "aws_kms_replica_external_key"]

with_policy := array.concat(keys, ["aws_kms_key_policy"])

# Facts about an attribute that should name a customer managed key.
customer_key(r, path, value) := [result.absent(r, path)] if {
	value in [null, ""]
} else := [result.fail(r, path, value, "aws-managed-key")] if {
	is_string(value)
	is_aws_alias(value)
} else := [] if {
	is_string(value)
} else := [result.with_related(result.fail(r, path, null, "aws-managed-key"), tf.refs(value))] if {
	leads_to_aws_key(value)
} else := [] if {
	leads_to_key(value)
} else := [result.unknown(r, path, value)] if {
	tf.is_unknown(value)
}

# Keys and aliases a stack can hold. A reference is enough: whether the key itself is well kept is what the rules on keys judge.
leads_to_key(value) if {
	some ref in tf.refs(value)
	key_types[tf.type_of(ref)]
}

# A key that stands in a CloudFormation template of the input.
leads_to_key(value) if {
	some ref in tf.refs(value)
	some key in tf.resources("AWS::KMS::Key")
	key.address == ref
}

key_types := {
	"aws_kms_key", "aws_kms_alias", "aws_kms_external_key", "aws_kms_replica_key", "aws_kms_replica_external_key",
	"data.aws_kms_key", "data.aws_kms_alias", "awscc_kms_key", "awscc_kms_alias", "awscc_kms_replica_key",
}

leads_to_aws_key(value) if {
	some ref in tf.refs(value)
	aws_keys[ref]
}

# Data sources that look up a key AWS manages, under every name a reference may use.
aws_keys := {name |
	some type in ["aws_kms_alias", "aws_kms_key"]
	some r in object.get(input.resources, type, [])
	r.mode == "data"
	some attribute in ["name", "key_id"]
	is_aws_alias(r.values[attribute])
	some name in [r.address, tf.base_address(r.address)]
}

is_aws_alias(name) if startswith(name, "alias/aws/")

is_aws_alias(name) if contains(name, ":alias/aws/")
