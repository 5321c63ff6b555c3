# METADATA
# title: "The default security group of a VPC lets nothing through"
# description: >-
#   Whatever starts without naming a security group gets the default one, which lets its members talk to each
#   other and to the whole world. aws_default_security_group takes it over, and without rules in it empties it. A rule
#   hung on it from outside fills it again.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
#     description: "Default security groups"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-2
#     description: "EC2.2"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/vpc
#     description: "aws_vpc"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/default_security_group
#     description: "aws_default_security_group"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/vpc_security_group_ingress_rule
#     description: "aws_vpc_security_group_ingress_rule"
# custom:
#   severity: high
#   domain: network
#   resource_types:
#     - "aws_vpc"
#     - "aws_default_security_group"
#     - "aws_security_group_rule"
#     - "aws_vpc_security_group_ingress_rule"
#     - "aws_vpc_security_group_egress_rule"
#   obligations: [OBL-IAM-10]
#   equivalents:
#     checkov: ["CKV2_AWS_12"]
#     trivy: ["AWS-0173"]
#     kics: ["46883ce1-dc3e-4b17-9195-c6a601624c73", "9a4ef195-74b9-4c58-b8ed-2b2fe4353a75"]
#     cdk_nag: []
#     security_hub: ["EC2.2"]
#     regula: ["FG_R00089"]
#   expected: >-
#     Each VPC has an aws_default_security_group without ingress or egress rules, and no rule of its own names it.
#   fix:
#     terraform: >-
#       resource "aws_default_security_group" "closed" { vpc_id = aws_vpc.NAME.id }
#   since: "0.1.0"
package bulwark.rules.vpc_default_security_group_closed

import data.bulwark.lib.links
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_vpc")
	some fact in links.required(r, "aws_vpc", "aws_default_security_group", "default_security_group_id")
}

findings contains result.with_detail(result.fail(r, attribute, null, "default-group-in-use"), attribute) if {
	some r in tf.resources("aws_default_security_group")
	some attribute in ["ingress", "egress"]
	value := object.get(r.values, attribute, null)
	not tf.is_unknown(value)
	count(tf.list(value)) > 0
}

findings contains result.unknown(r, attribute, value) if {
	some r in tf.resources("aws_default_security_group")
	some attribute in ["ingress", "egress"]
	value := object.get(r.values, attribute, null)
	tf.is_unknown(value)
}

findings contains result.fail(r, "", null, "default-group-in-use") if {
	some [r, group] in hung
	group["$unknown"] == "reference"
	is_default(group)
}

findings contains result.unknown(r, "security_group_id", group) if {
	some [r, group] in hung
	group["$unknown"] != "reference"
	may_be_default(group)
}

# Rules that name their group by something else than an id. An array, since a set would hash each of them.
hung := [[r, group] |
	some type in ["aws_security_group_rule", "aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule"]
	some r in tf.resources(type)
	group := tf.step(r.values, "security_group_id")
	tf.is_unknown(group)
]

# A VPC has no other group that it could name: aws_vpc.NAME.default_security_group_id.
is_default(group) if {
	some type in ["aws_default_security_group", "aws_vpc", "aws_default_vpc"]
	tf.refers_to_type(group, type)
}

# One that is looked up by the name default: each VPC has one of that name, and names are unique in a VPC.
# https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html
is_default(group) if {
	some ref in tf.refs(group)
	looked_up[ref]
}

looked_up := {name |
	some r in object.get(input.resources, "aws_security_group", [])
	r.mode == "data"
	r.values.name == "default"
	some name in [r.address, tf.base_address(r.address)]
}

may_be_default(group) if is_default(group)

may_be_default(group) if count(tf.refs(group)) == 0
