# METADATA
# title: "Routes over a peering lead to the peer only"
# description: >-
#   A route for every address over a peering sends all traffic through the network of somebody else, or waits for
#   the day that network offers a way out.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html
#     description: "Routes of a peering"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/route
#     description: "aws_route"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/route_table
#     description: "aws_route_table"
# custom:
#   severity: medium
#   domain: network
#   resource_types: ["aws_route", "aws_route_table"]
#   obligations: [OBL-IAM-10]
#   equivalents:
#     checkov: ["CKV2_AWS_44"]
#     trivy: []
#     kics: ["b3a41501-f712-4c4f-81e5-db9a7dc0e34e"]
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     No route over a peering has 0.0.0.0/0, ::/0 or half of one for its destination.
#   fix:
#     terraform: >-
#       destination_cidr_block = aws_vpc.PEER.cidr_block
#   since: "0.1.0"
package bulwark.rules.peering_route_narrow

import data.bulwark.lib.net
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.fail(e.r, e.path, e.cidr, "open-to-the-internet") if {
	some e in routes
	net.is_anywhere(e.cidr)
	is_peering(e.peering)
}

findings contains result.unknown(e.r, e.path, e.peering) if {
	some e in routes
	net.is_anywhere(e.cidr)
	not is_peering(e.peering)
}

findings contains result.unknown(e.r, e.path, e.cidr) if {
	some e in routes
	tf.is_unknown(e.cidr)
}

routes contains {"r": r, "path": key, "cidr": r.values[key], "peering": peering} if {
	some r in tf.resources("aws_route")
	peering := tf.step(r.values, "vpc_peering_connection_id")
	is_over_peering(peering)
	some key in ["destination_cidr_block", "destination_ipv6_cidr_block"]
	r.values[key]
}

routes contains {"r": r, "path": concat(".", ["route", key]), "cidr": block[key], "peering": peering} if {
	some r in tf.resources("aws_route_table")
	some block in tf.list(object.get(r.values, "route", null))
	is_object(block)
	not tf.is_unknown(block)
	peering := tf.step(block, "vpc_peering_connection_id")
	is_over_peering(peering)
	some key in ["cidr_block", "ipv6_cidr_block"]
	block[key]
}

# A known id, or a reference to a peering; an expression may turn out to be none.
is_peering(peering) if is_string(peering)

is_peering(peering) if {
	some type in ["aws_vpc_peering_connection", "aws_vpc_peering_connection_accepter"]
	tf.refers_to_type(peering, type)
	peering["$unknown"] == "reference"
}

is_over_peering(peering) if {
	is_string(peering)
	peering != ""
}

is_over_peering(peering) if tf.is_unknown(peering)
