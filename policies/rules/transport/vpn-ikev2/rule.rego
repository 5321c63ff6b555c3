# METADATA
# title: "VPN tunnels negotiate by IKEv2 only"
# description: >-
#   Where nobody names a version, a tunnel takes IKEv1 as well: the older protocol has weaker exchanges and no defence
#   against being flooded with half-open ones. The device at the other end then decides which it is.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html
#     description: "Tunnel options and what stands when nothing is written"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-183
#     description: "EC2.183"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/vpn_connection
#     description: "aws_vpn_connection"
# custom:
#   severity: medium
#   domain: transport
#   resource_types: ["aws_vpn_connection"]
#   obligations: [OBL-DATA-6]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["EC2.183"]
#     regula: []
#   expected: >-
#     tunnel1_ike_versions and tunnel2_ike_versions are written and do not hold ikev1.
#   fix:
#     terraform: >-
#       tunnel1_ike_versions = ["ikev2"] and tunnel2_ike_versions = ["ikev2"]
#   since: "0.1.0"
package bulwark.rules.vpn_ikev2

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.by_path(fact) if {
	some r in tf.resources("aws_vpn_connection")
	some versions in ["tunnel1_ike_versions", "tunnel2_ike_versions"]
	some fact in judge.written_without(r, [versions], {"ikev1"})
}
