# METADATA
# title: "File transfer servers lie inside a VPC"
# description: >-
#   A public endpoint takes sign-in tries from everywhere and knows no security group. Inside a VPC the partners
#   that deliver files are named.
# related_resources:
#   - ref: https://docs.aws.amazon.com/transfer/latest/userguide/create-server-in-vpc.html
#     description: "Servers inside a VPC"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/transfer_server
#     description: "aws_transfer_server"
# custom:
#   severity: medium
#   domain: network
#   resource_types: ["aws_transfer_server"]
#   obligations: [OBL-IAM-10]
#   equivalents:
#     checkov: ["CKV_AWS_164"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     endpoint_type is VPC or VPC_ENDPOINT.
#   fix:
#     terraform: >-
#       endpoint_type = "VPC" with endpoint_details
#   since: "0.1.0"
package bulwark.rules.transfer_in_vpc

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_transfer_server")
	some fact in judge.one_of(r, ["endpoint_type"], {"VPC", "VPC_ENDPOINT"}, "PUBLIC")
}
