# METADATA
# title: "Network ACLs keep SSH and RDP from the internet out"
# description: >-
#   The ACL of a subnet is the second line behind security groups: it holds when somebody opens a group by
#   mistake. Entries that deny are not weighed against each other: an allowing entry for the internet is a finding
#   wherever it stands.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
#     description: "Network ACLs"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-21
#     description: "EC2.21"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/network_acl
#     description: "aws_network_acl"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/default_network_acl
#     description: "aws_default_network_acl"
# custom:
#   severity: medium
#   domain: network
#   resource_types: ["aws_network_acl", "aws_default_network_acl", "aws_network_acl_rule"]
#   obligations: [OBL-IAM-10]
#   equivalents:
#     checkov: ["CKV_AWS_231", "CKV_AWS_232", "CKV_AWS_352"]
#     trivy: ["AWS-0102", "AWS-0105"]
#     kics: []
#     cdk_nag: []
#     security_hub: ["EC2.21"]
#   expected: >-
#     No allowing ingress entry takes port 22 or 3389, or every port, from 0.0.0.0/0 or ::/0.
#   fix:
#     terraform: >-
#       from_port = 8883, to_port = 8883, or the networks that administrate
#   since: "0.1.0"
package bulwark.rules.network_acl_admin_ports_closed

import data.bulwark.lib.net
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(result.fail(e.r, e.path, e.cidr, "open-to-the-internet"), e.cidr) if {
	some e in entries
	e.cidr in net.anywhere
	some port in ports
	takes(e, port)
}

findings contains result.unknown(e.r, e.path, e.cidr) if {
	some e in entries
	tf.is_unknown(e.cidr)
	some port in ports
	takes(e, port)
}

findings contains result.unknown(e.r, e.path, value) if {
	some e in entries
	e.cidr in net.anywhere
	some value in [e.from, e.to, e.protocol]
	tf.is_unknown(value)
}

ports := {22, 3389}

entries contains e if {
	some type in ["aws_network_acl", "aws_default_network_acl"]
	some r in tf.resources(type)
	some block in tf.list(object.get(r.values, "ingress", null))
	is_object(block)
	not tf.is_unknown(block)
	block.action == "allow"
	some key in ["cidr_block", "ipv6_cidr_block"]
	e := entry(r, block, concat(".", ["ingress", key]), object.get(block, key, null))
}

entries contains e if {
	some r in tf.resources("aws_network_acl_rule")
	r.values.rule_action == "allow"
	not tf.is_true(object.get(r.values, "egress", false))
	some key in ["cidr_block", "ipv6_cidr_block"]
	e := entry(r, r.values, key, object.get(r.values, key, null))
}

entry(r, block, path, cidr) := {
	"r": r,
	"path": path,
	"cidr": cidr,
	"from": object.get(block, "from_port", null),
	"to": object.get(block, "to_port", null),
	"protocol": object.get(block, "protocol", null),
}

takes(e, _) if e.protocol in {"-1", -1, "all"}

takes(e, port) if {
	e.protocol in {"tcp", "6", 6}
	to_number(e.from) <= port
	to_number(e.to) >= port
}
