# METADATA
# title: "Client VPN endpoints record who connects"
# description: >-
#   The endpoint is a door into the network for people from anywhere. Its connection log says who came in, from which
#   address, for how long, and whom it turned away; nothing else does.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/connection-logging.html
#     description: "Connection logging"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-51
#     description: "EC2.51"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ec2_client_vpn_endpoint
#     description: "aws_ec2_client_vpn_endpoint"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["aws_ec2_client_vpn_endpoint"]
#   obligations: [OBL-CONS-5, OBL-IAM-1]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["EC2.51"]
#     regula: []
#   expected: >-
#     connection_log_options.enabled is true.
#   fix:
#     terraform: >-
#       connection_log_options { enabled = true, cloudwatch_log_group = aws_cloudwatch_log_group.NAME.name }
#   since: "0.1.0"
package bulwark.rules.client_vpn_logged

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_ec2_client_vpn_endpoint")
	some fact in judge.enabled(r, ["connection_log_options", "enabled"], false)
}
