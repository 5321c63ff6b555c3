# METADATA
# title: "Subnets do not hand out public addresses"
# description: >-
#   map_public_ip_on_launch gives every instance and network interface of the subnet an address the internet can
#   reach, without anybody asking for it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html
#     description: "Public addresses of subnets"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-15
#     description: "EC2.15"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/subnet
#     description: "aws_subnet"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/default_subnet
#     description: "aws_default_subnet"
# custom:
#   severity: medium
#   domain: network
#   resource_types: ["aws_subnet", "aws_default_subnet"]
#   obligations: [OBL-IAM-10]
#   equivalents:
#     checkov: ["CKV_AWS_130"]
#     trivy: ["AWS-0164"]
#     kics: ["52f04a44-6bfa-4c41-b1d3-4ae99a2de05c"]
#     cdk_nag: []
#     security_hub: ["EC2.15", "EFS.6"]
#     regula: []
#   expected: >-
#     map_public_ip_on_launch is not true, and false for a default subnet that is not there to be removed.
#   fix:
#     terraform: >-
#       map_public_ip_on_launch = false
#   since: "0.1.0"
package bulwark.rules.subnet_no_public_addresses

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_subnet")
	some fact in judge.off(r, ["map_public_ip_on_launch"], "switched-on")
}

# A default subnet hands them out until somebody says no.
# https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc-components.html
findings contains fact if {
	some r in tf.resources("aws_default_subnet")
	some fact in unless_removed(r, handed_out(r, tf.step(r.values, "map_public_ip_on_launch")), tf.step(r.values, "force_destroy"))
}

handed_out(r, null) := [result.absent(r, "map_public_ip_on_launch")]

handed_out(r, value) := judge.value_off(r, "map_public_ip_on_launch", value, "switched-on") if not is_null(value)

unless_removed(_, _, removed) := [] if tf.is_true(removed)

unless_removed(_, facts, removed) := facts if {
	not tf.is_true(removed)
	not tf.is_unknown(removed)
}

unless_removed(r, facts, removed) := [result.unknown(r, "force_destroy", removed) | some _ in facts] if tf.is_unknown(removed)
