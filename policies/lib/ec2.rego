# METADATA
# title: Instances
# description: The types of resources that say how an EC2 instance is run.
package bulwark.lib.ec2

import data.bulwark.lib.tf

# A spot request says all that an instance does.
# https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/spot_instance_request
instances := ["aws_instance", "aws_spot_instance_request"]

with_templates := array.concat(instances, ["aws_launch_template", "aws_launch_configuration"])

# What Spot Fleets say of their instances themselves; the rest they take from launch templates.
fleet_launches := [{"r": r, "detail": concat("", ["launch_specification[", format_int(index, 10), "]"]), "body": body} |
	some r in tf.resources("aws_spot_fleet_request")
	some index, body in tf.list(object.get(r.values, "launch_specification", null))
]

fleets_of_templates := [r |
	some r in tf.resources("aws_spot_fleet_request")
	count(tf.list(object.get(r.values, "launch_specification", null))) == 0
	not is_null(tf.step(r.values, "launch_template_config"))
]
