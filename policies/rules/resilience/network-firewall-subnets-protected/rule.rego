# METADATA
# title: "Firewalls cannot be taken out of their subnets by one call"
# description: >-
#   A firewall that stands but has lost its subnet inspects nothing there, and no alarm about a deleted firewall goes
#   off. With the protection, whoever wants that must switch it off first, which is seen.
# related_resources:
#   - ref: https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_UpdateSubnetChangeProtection.html
#     description: "Protection of the subnets"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/networkfirewall-controls.html#networkfirewall-10
#     description: "NetworkFirewall.10"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/networkfirewall_firewall
#     description: "aws_networkfirewall_firewall"
# custom:
#   severity: low
#   domain: resilience
#   resource_types: ["aws_networkfirewall_firewall"]
#   obligations: [OBL-INC-3, OBL-RISK-3]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["NetworkFirewall.10"]
#     regula: []
#   expected: >-
#     subnet_change_protection is true.
#   fix:
#     terraform: >-
#       subnet_change_protection = true
#   since: "0.1.0"
package bulwark.rules.network_firewall_subnets_protected

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_networkfirewall_firewall")
	some fact in judge.enabled(r, ["subnet_change_protection"], false)
}
