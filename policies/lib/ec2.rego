# METADATA
# title: Instances
# description: The types of resources that say how an EC2 instance is run.
package bulwark.lib.ec2

# A spot request says all that an instance does.
# https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/spot_instance_request
instances := ["aws_instance", "aws_spot_instance_request"]

with_templates := array.concat(instances, ["aws_launch_template", "aws_launch_configuration"])
