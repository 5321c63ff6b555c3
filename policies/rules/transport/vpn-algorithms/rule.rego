# METADATA
# title: "VPN tunnels take no weak key exchange and no SHA-1"
# description: >-
#   Where nobody writes a list, a tunnel takes every group and hash that AWS knows, down to a key exchange of 1024 bits
#   and to SHA-1, and of what the other end offers it picks the lowest first. Groups 2, 5, 22, 23 and 24 are too small
#   or of a doubtful make.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html
#     description: "Tunnel options and what stands when nothing is written"
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
#     security_hub: []
#     regula: []
#   expected: >-
#     For both tunnels and both phases dh_group_numbers is written without 2, 5, 22, 23 and 24, and
#     integrity_algorithms without SHA1.
#   fix:
#     terraform: >-
#       tunnel1_phase1_dh_group_numbers = [20], tunnel1_phase1_integrity_algorithms = ["SHA2-384"], and the same for
#       phase2 and tunnel2
#   since: "0.1.0"
package bulwark.rules.vpn_algorithms

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

# One finding for each tunnel, whose lists are written together.
findings contains result.with_detail(fact, tunnel) if {
	some r in tf.resources("aws_vpn_connection")
	some tunnel in ["tunnel1", "tunnel2"]
	some phase in ["phase1", "phase2"]
	some list, weak in refused
	some fact in judge.written_without(r, [concat("_", [tunnel, phase, list])], weak)
}

# https://www.rfc-editor.org/rfc/rfc8247#section-2.4
refused := {
	"dh_group_numbers": {2, 5, 22, 23, 24},
	"integrity_algorithms": {"SHA1"},
}
