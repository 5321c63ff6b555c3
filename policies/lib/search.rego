# METADATA
# title: Search domains
# description: What is asked of search domains alike, under the name of OpenSearch and under the old one.
package bulwark.lib.search

import data.bulwark.lib.result
import data.bulwark.lib.tf

domains := [r | some type in ["aws_opensearch_domain", "aws_elasticsearch_domain"]; some r in tf.resources(type)]

# Facts about a log that a domain must send away. A block is switched on unless it says otherwise.
log_facts(r, log) := [] if {
	some block in log_blocks(r)
	tf.step(block, "log_type") == log
	enabled := tf.step(block, "enabled")
	not tf.is_false(enabled)
	not tf.is_unknown(enabled)
} else := [result.unknown(r, "log_publishing_options", value) | some value in hidden] if {
	hidden := hidden_in(r, log)
	count(hidden) > 0
} else := [result.absent(r, concat(".", ["log_publishing_options", log]))]

log_blocks(r) := tf.list(object.get(r.values, "log_publishing_options", null))

# What is not known of the blocks that are or may be of this log, and are not known to be switched off.
hidden_in(r, log) := [value |
	some block in log_blocks(r)
	type := tf.step(block, "log_type")
	may_be(type, log)
	enabled := tf.step(block, "enabled")
	not tf.is_false(enabled)
	some value in [type, enabled]
	tf.is_unknown(value)
]

may_be(type, log) if type == log

may_be(type, _) if tf.is_unknown(type)
