# METADATA
# title: "No security group opens every port to the internet"
# description: >-
#   Protocol -1, or the range 0-65535, opens whatever listens now and whatever will listen later. Also a single
#   port may be too much, but this is never what was meant.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
#     description: "Security group rules"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-18
#     description: "EC2.18"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/security_group
#     description: "aws_security_group"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/security_group_rule
#     description: "aws_security_group_rule"
# custom:
#   severity: critical
#   domain: network
#   resource_types: ["aws_security_group", "aws_security_group_rule", "aws_vpc_security_group_ingress_rule"]
#   obligations: [OBL-IAM-10]
#   equivalents:
#     checkov: ["CKV_AWS_24", "CKV_AWS_25", "CKV_AWS_260", "CKV_AWS_277"]
#     trivy: ["AWS-0107"]
#     kics: ["381c3f2a-ef6f-4eff-99f7-b169cda3422c", "4728cd65-a20c-49da-8b31-9c08b423e4db", "65905cec-d691-4320-b320-2000436cb696", "ffac8a12-322e-42c1-b9b9-81ff85c39ef7", "54c417bf-c762-48b9-9d31-b3d87047e3f0", "151187cb-0efc-481c-babd-ad24e3c9bc22"]
#     cdk_nag: ["AwsSolutions-EC23"]
#     security_hub: []
#     regula: ["FG_R00045", "FG_R00102", "FG_R00103", "FG_R00104", "FG_R00085", "FG_R00087", "FG_R00041", "FG_R00037", "FG_R00038", "FG_R00039", "FG_R00040", "FG_R00212", "FG_R00213", "FG_R00214", "FG_R00215", "FG_R00216", "FG_R00217", "FG_R00242", "FG_R00243", "FG_R00244", "FG_R00245", "FG_R00246", "FG_R00247", "FG_R00248", "FG_R00249", "FG_R00256", "FG_R00257", "FG_R00258", "FG_R00259", "FG_R00260", "FG_R00261", "FG_R00262", "FG_R00263", "FG_R00264", "FG_R00265", "FG_R00266", "FG_R00267", "FG_R00268", "FG_R00234"]
#   expected: >-
#     No ingress rule takes every port from 0.0.0.0/0, ::/0 or half of one.
#   fix:
#     terraform: >-
#       Name from_port, to_port and protocol.
#   since: "0.1.0"
package bulwark.rules.security_group_not_all_ports

import data.bulwark.lib.net
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(result.fail(rule.r, net.at(rule, "from_port"), net.open_cidr_text(rule), "every-port-open"), net.open_cidr_text(rule)) if {
	some rule in net.ingress
	net.is_open(rule)
	net.is_every_port(rule)
}

findings contains result.unknown(rule.r, net.at(rule, "protocol"), value) if {
	some rule in net.ingress
	net.is_open(rule)
	some value in [rule.protocol, rule.from, rule.to]
	tf.is_unknown(value)
}

findings contains result.unknown(rule.r, net.at(rule, rule.cidr_keys[0]), cidr) if {
	some rule in net.ingress
	net.is_hidden(rule)
	net.may_take_every_port(rule)
	some cidr in rule.cidrs
	tf.is_unknown(cidr)
}

findings contains fact if some fact in net.unreadable("ingress")
