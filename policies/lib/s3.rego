# METADATA
# title: Buckets
# description: Joins an S3 bucket with the resources that configure it, split-out (provider 4 and later) and inline (before) alike.
package bulwark.lib.s3

import data.bulwark.lib.iam
import data.bulwark.lib.links
import data.bulwark.lib.result
import data.bulwark.lib.tf

buckets := tf.resources("aws_s3_bucket")

companion_types := links.of_buckets

joined := {bucket.address: of_bucket |
	some bucket in buckets
	names := tf.names(bucket)
	of_bucket := {type: found |
		some type in companion_types
		addresses := {address | some name in names; some address in links.index[type][name]}
		found := [links.by_address[type][address] | some address in addresses]
	}
}

companions(r, type) := held[r.address][type]

# A companion that stands by itself holds itself.
held := object.union(joined, {companion.address: {type: [companion]} | some type in companion_types; some companion in elsewhere(type)})

# Companions by themselves: their bucket is made elsewhere, or nobody can say which it is. There is one of a kind for a bucket, so each is all there is.
elsewhere(type) := [companion |
	some companion in tf.resources(type)
	not of_buckets[type][companion.address]
]

of_buckets := {type: addresses |
	some type in companion_types
	addresses := {companion.address | some of_bucket in joined; some companion in of_bucket[type]}
}

# Whatever has settings of this kind to judge: every bucket of this input, and companions of other buckets.
holders(type) := array.concat(buckets, elsewhere(type))

# Companions of a bucket that stands in this input.
set_aside(type) := [result.not_applicable(companion, "judged-on-its-bucket") |
	some companion in tf.resources(type)
	of_buckets[type][companion.address]
]

# Companions whose bucket nobody can name before apply: they may belong to any bucket.
strays(type) := found_strays[type]

found_strays := {type: found |
	some type in companion_types
	found := [companion |
		some companion in tf.resources(type)
		target := object.get(companion.values, "bucket", null)
		tf.is_unknown(target)
		not refers_to_bucket(target)
	]
}

# Companions that may be this bucket's: of one of several buckets, this one among them, or of one that nobody can name.
doubtful(bucket, type) := array.concat(strays(type), links.among_several(bucket, type))

refers_to_bucket(target) if tf.refers_to_type(target, "aws_s3_bucket")

# The settings of one kind for a bucket: [{source, values}], from companions, else inline. `values` is the block that holds the settings.
settings(bucket, type, inline, shape) := chosen(companions(bucket, type), bucket, inline, shape)

chosen(found, _, _, _) := [{"source": c, "values": c.values} | some c in found] if count(found) > 0

chosen([], bucket, inline, shape) := [{"source": bucket, "values": shaped(value, shape)}] if {
	value := object.get(bucket.values, inline, null)
	not is_empty(value)
}

chosen([], bucket, inline, _) := [] if is_empty(object.get(bucket.values, inline, null))

is_empty(null)

is_empty([])

# The inline form wraps differently: "block" is the block itself, anything else is the attribute it stands for.
shaped(value, "block") := object.union({}, tf.head(value)) if not tf.is_unknown(tf.head(value))

shaped(value, "block") := {"$block": value} if tf.is_unknown(tf.head(value))

shaped(value, shape) := {shape: value} if shape != "block"

encryption(bucket) := settings(bucket, "aws_s3_bucket_server_side_encryption_configuration", "server_side_encryption_configuration", "block")

versioning(bucket) := settings(bucket, "aws_s3_bucket_versioning", "versioning", "versioning_configuration")

logging(bucket) := settings(bucket, "aws_s3_bucket_logging", "logging", "block")

lifecycle(bucket) := settings(bucket, "aws_s3_bucket_lifecycle_configuration", "lifecycle_rule", "rule")

object_lock(bucket) := settings(bucket, "aws_s3_bucket_object_lock_configuration", "object_lock_configuration", "block")

policies(bucket) := settings(bucket, "aws_s3_bucket_policy", "policy", "policy")

# A fact on the bucket, with the companion it was read from. When the setting is missing but a companion may hold it, nobody can know.
from(fact, source) := fact if source.address == fact.address

from(fact, source) := result.with_related(fact, [source.address]) if source.address != fact.address

missing(bucket, type, path) := links.absent_or_unknown(bucket, path, doubtful(bucket, type))

# Buckets that take the access logs of others. S3 delivers there only without a KMS key, and logging them would loop.
# https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html
is_log_target(bucket) if log_buckets[bucket.address]

log_buckets := {bucket.address |
	some bucket in buckets
	count(tf.identifiers(bucket) & log_targets) > 0
}

log_targets contains target if {
	some logging_ in tf.resources("aws_s3_bucket_logging")
	some target in tf.targets(object.get(logging_.values, "target_bucket", null))
}

log_targets contains target if {
	some bucket in buckets
	some block in tf.list(object.get(bucket.values, "logging", null))
	some target in tf.targets(tf.step(block, "target_bucket"))
}

data_class(bucket) := tf.tag(bucket, "bulwark:data-class")

# The class of data whose objects must not change once written.
is_write_once(bucket) if data_class(bucket) in {"audit", "evidence", "firmware"}

readable_policies(bucket) := [p.values.policy | some p in policies(bucket); iam.is_readable(p.values.policy)]

unreadable_policies(bucket) := [p | some p in policies(bucket); not iam.is_readable(object.get(p.values, "policy", null))]
