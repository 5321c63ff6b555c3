# METADATA
# title: "Security groups do not let everything out"
# description: >-
#   An open way out is how malware calls home and data leave. Allow the ports and networks that the workload
#   needs. A group written without egress rules lets nothing out, since the provider removes the rule AWS adds.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
#     description: "Security group rules"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/security_group
#     description: "aws_security_group"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/security_group_rule
#     description: "aws_security_group_rule"
# custom:
#   severity: low
#   domain: network
#   resource_types: ["aws_security_group", "aws_security_group_rule", "aws_vpc_security_group_egress_rule"]
#   obligations: [OBL-IAM-10, OBL-DATA-9]
#   equivalents:
#     checkov: ["CKV_AWS_382"]
#     trivy: ["AWS-0104"]
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     No egress rule lets every protocol, or every port of TCP or UDP, out to 0.0.0.0/0, ::/0 or half of one.
#   fix:
#     terraform: >-
#       from_port = 443, to_port = 443, protocol = "tcp"
#   since: "0.1.0"
package bulwark.rules.security_group_egress_narrow

import data.bulwark.lib.net
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(result.fail(rule.r, net.at(rule, "protocol"), net.open_cidr_text(rule), "every-port-open"), net.open_cidr_text(rule)) if {
	some rule in net.egress
	net.is_open(rule)
	net.is_every_port(rule)
}

findings contains result.unknown(rule.r, net.at(rule, "protocol"), value) if {
	some rule in net.egress
	net.is_open(rule)
	not net.is_every_protocol(rule)
	some value in [rule.protocol, rule.from, rule.to]
	tf.is_unknown(value)
}

findings contains result.unknown(rule.r, net.at(rule, rule.cidr_keys[0]), cidr) if {
	some rule in net.egress
	net.is_hidden(rule)
	net.may_take_every_port(rule)
	some cidr in rule.cidrs
	tf.is_unknown(cidr)
}

findings contains fact if some fact in net.unreadable("egress")
