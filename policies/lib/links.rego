# METADATA
# title: Links
# description: Joins a resource with the resources that name it, in one pass over them.
package bulwark.lib.links

import data.bulwark.lib.tf

# What is joined: type and the attribute in which it names the other.
attributes := {
	"aws_sqs_queue_policy": "queue_url",
	"aws_sns_topic_policy": "arn",
}

# A complete rule, since looking into a partial one evaluates it again for each key.
index := grouped

grouped[type][target] contains r if {
	some type, attribute in attributes
	some r in tf.resources(type)
	some target in tf.targets(object.get(r.values, attribute, null))
}

# Resources of a joined type that name this one.
to(r, type) := {found |
	some name in tf.identifiers(r)
	some found in index[type][name]
}
