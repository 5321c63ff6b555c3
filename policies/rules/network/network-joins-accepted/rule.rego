# METADATA
# title: "Nobody joins a network without being let in"
# description: >-
#   An endpoint service or a transit gateway that accepts by itself lets every account it is shared with, and every
#   one added to that list by mistake, connect its network to this one.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html#accept-reject-connection-requests
#     description: "Accepting endpoint connections"
#   - ref: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-transit-gateways.html
#     description: "Transit gateways"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-23
#     description: "EC2.23"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/vpc_endpoint_service
#     description: "aws_vpc_endpoint_service"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ec2_transit_gateway
#     description: "aws_ec2_transit_gateway"
# custom:
#   severity: high
#   domain: network
#   resource_types: ["aws_vpc_endpoint_service", "aws_ec2_transit_gateway"]
#   obligations: [OBL-IAM-10]
#   equivalents:
#     checkov: ["CKV_AWS_123", "CKV_AWS_331"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["EC2.23"]
#     regula: []
#   expected: >-
#     acceptance_required is true; auto_accept_shared_attachments is not enable.
#   fix:
#     terraform: >-
#       acceptance_required = true
#   since: "0.1.0"
package bulwark.rules.network_joins_accepted

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_vpc_endpoint_service")
	some fact in judge.enabled(r, ["acceptance_required"], false)
}

findings contains fact if {
	some r in tf.resources("aws_ec2_transit_gateway")
	some fact in judge.one_of(r, ["auto_accept_shared_attachments"], {"disable"}, "disable")
}
