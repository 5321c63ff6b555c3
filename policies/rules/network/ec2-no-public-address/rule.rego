# METADATA
# title: "Instances have no public address"
# description: >-
#   A public address puts every listening port one security group mistake away from the internet. Bring people in
#   through Session Manager and traffic through a load balancer. Left open, the subnet decides: see
#   subnet-no-public-addresses.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html
#     description: "Addresses of instances"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-9
#     description: "EC2.9 and EC2.25"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/instance
#     description: "aws_instance"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/spot_instance_request
#     description: "aws_spot_instance_request"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/spot_fleet_request
#     description: "aws_spot_fleet_request"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/launch_template
#     description: "aws_launch_template"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/eip
#     description: "aws_eip"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/eip_association
#     description: "aws_eip_association"
# custom:
#   severity: high
#   domain: network
#   resource_types: ["aws_instance", "aws_spot_instance_request", "aws_spot_fleet_request", "aws_launch_template", "aws_launch_configuration", "aws_eip", "aws_eip_association"]
#   obligations: [OBL-IAM-10]
#   equivalents:
#     checkov: ["CKV_AWS_88", "CKV_AWS_389"]
#     trivy: ["AWS-0009"]
#     kics: ["5a2486aa-facf-477d-a5c1-b010789459ce"]
#     cdk_nag: []
#     security_hub: ["EC2.9", "EC2.25", "Autoscaling.5"]
#     regula: ["FG_R00271"]
#   expected: >-
#     associate_public_ip_address is not true, and no elastic address is of an instance.
#   fix:
#     terraform: >-
#       associate_public_ip_address = false
#   since: "0.1.0"
package bulwark.rules.ec2_no_public_address

import data.bulwark.lib.ec2
import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some type in ["aws_instance", "aws_spot_instance_request", "aws_launch_configuration"]
	some r in tf.resources(type)
	some fact in judge.off(r, ["associate_public_ip_address"], "public-address")
}

# An address of its own that an instance gets beside what the subnet gives. One of an interface is of a gateway or an appliance as a rule.
findings contains fact if {
	some type, attribute in {"aws_eip": "instance", "aws_eip_association": "instance_id"}
	some r in tf.resources(type)
	some fact in of_address(r, attribute, tf.step(r.values, attribute))
}

of_address(_, _, value) := [] if value in {null, ""}

of_address(r, attribute, value) := [result.unknown(r, attribute, value)] if judge.may_be_nothing(value)

of_address(r, attribute, value) := [result.fail(r, attribute, value, "public-address")] if judge.is_something(value)

findings contains result.with_detail(fact, format_int(index, 10)) if {
	some r in tf.resources("aws_launch_template")
	some index, block in tf.list(object.get(r.values, "network_interfaces", null))
	some fact in judge.value_off(r, "network_interfaces.associate_public_ip_address", tf.step(block, "associate_public_ip_address"), "public-address")
}

findings contains result.with_detail(fact, launch.detail) if {
	some launch in ec2.fleet_launches
	value := tf.step(launch.body, "associate_public_ip_address")
	some fact in judge.value_off(launch.r, "launch_specification.associate_public_ip_address", value, "public-address")
}
