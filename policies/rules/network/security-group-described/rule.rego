# METADATA
# title: "Security groups and their rules say what they are for"
# description: >-
#   A rule without a reason is never removed, since nobody dares. AWS cannot change the description of a group
#   afterwards, and the provider writes "Managed by Terraform" when nobody wrote one.
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
#   resource_types: ["aws_security_group", "aws_security_group_rule", "aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule"]
#   obligations: [OBL-RISK-6]
#   equivalents:
#     checkov: ["CKV_AWS_23"]
#     trivy: ["AWS-0099", "AWS-0124"]
#     kics: ["cb3f5ed6-0d18-40de-a93d-b3538db31e8c", "68eb4bf3-f9bf-463d-b5cf-e029bb446d2e"]
#     cdk_nag: ["AwsSolutions-EC27"]
#     security_hub: []
#     regula: []
#   expected: >-
#     description is written on the group and on each rule.
#   fix:
#     terraform: >-
#       description = "MQTT over TLS from the gateways of site A"
#   since: "0.1.0"
package bulwark.rules.security_group_described

import data.bulwark.lib.net
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.absent(r, "description") if {
	some r in tf.resources("aws_security_group")
	says_nothing(object.get(r.values, "description", null))
}

findings contains result.unknown(r, "description", r.values.description) if {
	some r in tf.resources("aws_security_group")
	tf.is_unknown(r.values.description)
}

findings contains result.with_detail(result.absent(rule.r, net.at(rule, "description")), rule.direction) if {
	some rule in net.rules
	rule.type != "aws_default_security_group"
	says_nothing(rule.description)
}

findings contains result.with_detail(result.unknown(rule.r, net.at(rule, "description"), rule.description), rule.direction) if {
	some rule in net.rules
	tf.is_unknown(rule.description)
}

findings contains fact if {
	some attribute in ["ingress", "egress"]
	some fact in net.unreadable(attribute)
}

says_nothing(null)

says_nothing("")

says_nothing("Managed by Terraform")
