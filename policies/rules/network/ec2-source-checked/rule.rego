# METADATA
# title: "Machines drop traffic that is not addressed to them"
# description: >-
#   With the check of source and destination switched off, a machine may send under the address of another and pass on
#   what was meant for others: a way around the network's own borders. Machines that route (address translation, VPN,
#   firewalls) need it off and want a waiver that says so.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/work-with-nat-instances.html
#     description: "The check, and who needs it off"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-180
#     description: "EC2.180"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/network_interface
#     description: "aws_network_interface"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/instance
#     description: "aws_instance"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/spot_instance_request
#     description: "aws_spot_instance_request"
# custom:
#   severity: medium
#   domain: network
#   resource_types: ["aws_network_interface", "aws_instance", "aws_spot_instance_request"]
#   obligations: [OBL-IAM-10]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["EC2.180"]
#     regula: []
#   expected: >-
#     source_dest_check is not false.
#   fix:
#     terraform: >-
#       source_dest_check = true
#   since: "0.1.0"
package bulwark.rules.ec2_source_checked

import data.bulwark.lib.ec2
import data.bulwark.lib.judge
import data.bulwark.lib.tf

# On when nobody wrote it.
findings contains fact if {
	some type in array.concat(ec2.instances, ["aws_network_interface"])
	some r in tf.resources(type)
	some fact in judge.enabled(r, ["source_dest_check"], true)
}
