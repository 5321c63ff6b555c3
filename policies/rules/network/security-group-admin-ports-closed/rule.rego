# METADATA
# title: "Nobody on the internet reaches SSH or RDP"
# description: >-
#   Ports 22 and 3389 are tried from all over the internet within minutes of opening. Reach hosts through Session
#   Manager or a VPN; a rule open to 0.0.0.0/0 or ::/0 leaves one password or one hole between an attacker and the
#   host. A rule that opens every port is reported by security-group-not-all-ports.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
#     description: "Security group rules"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-13
#     description: "EC2.13 and EC2.14"
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
#     checkov: ["CKV_AWS_24", "CKV_AWS_25"]
#     trivy: ["AWS-0107"]
#     kics: ["381c3f2a-ef6f-4eff-99f7-b169cda3422c", "65905cec-d691-4320-b320-2000436cb696", "151187cb-0efc-481c-babd-ad24e3c9bc22", "4728cd65-a20c-49da-8b31-9c08b423e4db"]
#     cdk_nag: ["AwsSolutions-EC23"]
#     security_hub: ["EC2.13", "EC2.14", "EC2.53", "EC2.54"]
#     regula: ["FG_R00085", "FG_R00087"]
#   expected: >-
#     No ingress rule takes port 22 or 3389 from 0.0.0.0/0, ::/0 or half of one.
#   fix:
#     terraform: >-
#       cidr_blocks = ["10.0.0.0/8"], or no rule and Session Manager
#   since: "0.1.0"
package bulwark.rules.security_group_admin_ports_closed

import data.bulwark.lib.net

findings := net.exposed(ports)

# RDP takes UDP as well: https://learn.microsoft.com/windows-server/remote/remote-desktop-services/clients/remote-desktop-allow-access
ports := {"tcp": {22, 3389}, "udp": {3389}}
