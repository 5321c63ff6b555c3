# METADATA
# title: "Network firewalls log what they see"
# description: >-
#   A firewall that logs nothing can neither show an attack nor prove that there was none, and a rule that hits the
#   innocent is never found.
# related_resources:
#   - ref: https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-logging.html
#     description: "Logging of Network Firewall"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/networkfirewall-controls.html#networkfirewall-2
#     description: "NetworkFirewall.2"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/networkfirewall_firewall
#     description: "aws_networkfirewall_firewall"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/networkfirewall_logging_configuration
#     description: "aws_networkfirewall_logging_configuration"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["aws_networkfirewall_firewall", "aws_networkfirewall_logging_configuration"]
#   obligations: [OBL-CONS-5, OBL-INC-1]
#   equivalents:
#     checkov: ["CKV2_AWS_63"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["NetworkFirewall.2"]
#     regula: []
#   expected: >-
#     An aws_networkfirewall_logging_configuration names the firewall.
#   fix:
#     terraform: >-
#       resource "aws_networkfirewall_logging_configuration" "NAME" { firewall_arn =
#       aws_networkfirewall_firewall.NAME.arn, ... }
#   since: "0.1.0"
package bulwark.rules.network_firewall_logged

import data.bulwark.lib.links
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_networkfirewall_firewall")
	some fact in links.required(r, "aws_networkfirewall_firewall", "aws_networkfirewall_logging_configuration", "logging_configuration")
}
