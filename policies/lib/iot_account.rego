# METADATA
# title: Settings that an account has once
# description: >-
#   For rules that miss a setting of the whole account where devices are: the provider it is said of, and what may hold
#   the setting unseen.
package bulwark.lib.iot_account

import data.bulwark.lib.tf

has_devices if {
	some type in [
		"aws_iot_provisioning_template",
		"aws_iot_ca_certificate",
		"aws_iot_policy",
		"aws_iot_thing",
		"aws_iot_certificate",
		"aws_iot_topic_rule",
	]
	count(tf.resources(type)) > 0
}

providers := tf.resources("Provider/aws")

# One provider speaks for the stack: that without an alias, whose address is the shortest, or the first.
speaker := min({[count(r.address), r.address] | some r in providers})[1]

# Resources of a type that is not known before apply, and templates that nobody could look into.
hidden := array.concat(array.concat(of_unknown_type, of_unread_templates), in_parts)

of_unknown_type := [{"address": r.address, "path": "type_name", "value": r.values.type_name} |
	some r in tf.resources("aws_cloudcontrolapi_resource")
	tf.is_unknown(r.values.type_name)
]

of_unread_templates := [{"address": r.address, "path": "template_body", "value": template(r)} |
	some r in stacks
	not is_open(template(r))
]

# What the lift could not look into of a template that it read.
in_parts := [{"address": r.address, "path": key, "value": {"$unknown": "expression", "refs": []}} |
	some r in stacks
	some key in object.get(r.values, "$unread", [])
]

stacks := [r | some type in ["aws_cloudformation_stack", "aws_cloudformation_stack_set"]; some r in tf.resources(type)]

template(r) := object.get(r.values, "template_body", null)

# Its resources stand in the input; a text with references in it was read, too.
is_open(value) if is_string(value)

is_open(value) if tf.has_text(value)

is_open(value) if {
	is_object(value)
	not tf.is_unknown(value)
}
