# METADATA
# title: "Both tunnels of a VPN log how they are negotiated"
# description: >-
#   The log of a tunnel tells who tried to negotiate, with which keys and algorithms, and why it broke. Traffic moves
#   from one tunnel to the other without notice, so a log of one is half a log.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpn/latest/s2svpn/monitoring-logs.html
#     description: "Logs of Site-to-Site VPN"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-171
#     description: "EC2.171"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/vpn_connection
#     description: "aws_vpn_connection"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["aws_vpn_connection"]
#   obligations: [OBL-CONS-5]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["EC2.171"]
#     regula: []
#   expected: >-
#     log_enabled is true in cloudwatch_log_options of tunnel1_log_options and of tunnel2_log_options.
#   fix:
#     terraform: >-
#       tunnel1_log_options { cloudwatch_log_options { log_enabled = true, log_group_arn = ... } } and the same for
#       tunnel2_log_options
#   since: "0.1.0"
package bulwark.rules.vpn_tunnels_logged

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.by_path(fact) if {
	some r in tf.resources("aws_vpn_connection")
	some options in ["tunnel1_log_options", "tunnel2_log_options"]
	some fact in judge.enabled(r, [options, "cloudwatch_log_options", "log_enabled"], false)
}
