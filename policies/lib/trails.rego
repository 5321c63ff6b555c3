# METADATA
# title: Trails
# description: >-
#   What the trails of the input record. An input often holds a trail for data events beside the one for management events, so it is asked of
#   all of them together.
package bulwark.lib.trails

import data.bulwark.lib.tf

# Reads and writes may be recorded by different selectors.
kinds := ["ReadOnly", "WriteOnly"]

# Also a trail that is switched off: that is one fault, told by cloudtrail-recording.
all := tf.resources("aws_cloudtrail")

# A trail without selectors records all management events and no data events.
# https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutEventSelectors.html
basic := [{"block": selector, "kinds": taken} |
	some trail in all
	some selector in tf.list(object.get(trail.values, "event_selector", null))
	taken := of_type(tf.step(selector, "read_write_type"))
]

of_type(null) := {"ReadOnly", "WriteOnly"}

of_type("") := {"ReadOnly", "WriteOnly"}

of_type("All") := {"ReadOnly", "WriteOnly"}

of_type("ReadOnly") := {"ReadOnly"}

of_type("WriteOnly") := {"WriteOnly"}

advanced := [{"fields": fields, "kinds": taken} |
	some trail in all
	some selector in tf.list(object.get(trail.values, "advanced_event_selector", null))
	fields := tf.list(tf.step(selector, "field_selector"))
	taken := of_fields(values(fields, "readOnly", "equals"))
]

of_fields([]) := {"ReadOnly", "WriteOnly"}

of_fields(values) := {kind | some value in values; some kind in of_read_only[value]} if count(values) > 0

of_read_only := {"true": {"ReadOnly"}, "false": {"WriteOnly"}}

# What a selector asks of a field with one operator.
values(fields, name, operator) := [value |
	some field in fields
	tf.step(field, "field") == name
	some value in tf.list(tf.step(field, operator))
]

holds(fields, name, value) if {
	some held in values(fields, name, "equals")
	held == value
}

# Fields that a selector asks for beyond those named: it takes fewer events.
others(fields, known) := [name |
	some field in fields
	name := tf.step(field, "field")
	not known[name]
]

# Kinds of management events that some trail records.
management contains kind if {
	some trail in all
	count(tf.list(object.get(trail.values, "event_selector", null))) == 0
	count(tf.list(object.get(trail.values, "advanced_event_selector", null))) == 0
	some kind in kinds
}

management contains kind if {
	some selector in basic
	takes_management(tf.step(selector.block, "include_management_events"))
	some kind in selector.kinds
}

# The busy sources may be left out: a basic selector can leave out those of KMS and of the RDS Data API, an advanced one any.
management contains kind if {
	some selector in advanced
	holds(selector.fields, "eventCategory", "Management")
	count(others(selector.fields, {"eventCategory", "readOnly", "eventSource"})) == 0
	count(values(selector.fields, "eventSource", "equals")) == 0
	some kind in selector.kinds
}

takes_management(null)

takes_management(value) if tf.is_true(value)

# Trails of which nobody knows before apply what they record. Which resource of a known type a selector names is clear.
unclear contains trail.address if {
	some trail in all
	some attribute in ["event_selector", "advanced_event_selector"]
	walk(object.get(trail.values, attribute, null), [_, value])
	tf.is_unknown(value)
	not names_resource(value)
}

names_resource(value) if {
	some type in ["aws_s3_bucket", "aws_lambda_function", "aws_dynamodb_table"]
	tf.refers_to_type(value, type)
}
