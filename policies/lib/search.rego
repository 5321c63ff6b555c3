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
	is_on(tf.step(block, "enabled"))
} else := [result.unknown(r, "log_publishing_options", value) | some value in hidden] if {
	hidden := hidden_in(r, log)
	count(hidden) > 0
} else := [result.absent(r, concat(".", ["log_publishing_options", log]))]

log_blocks(r) := tf.list(object.get(r.values, "log_publishing_options", null))

is_on(null)

is_on(enabled) if tf.is_true(enabled)

# What is not known of the blocks that may be of this log, and may be switched on.
hidden_in(r, log) := [value |
	some block in log_blocks(r)
	type := tf.step(block, "log_type")
	may_be_of(type, log)
	enabled := tf.step(block, "enabled")
	may_be_on(enabled)
	some value in [type, enabled]
	tf.is_unknown(value)
]

may_be_of(type, log) if type == log

may_be_of(type, _) if tf.is_unknown(type)

may_be_on(enabled) if is_on(enabled)

may_be_on(enabled) if tf.is_unknown(enabled)
