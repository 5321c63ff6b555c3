# METADATA
# title: "Port 80 is not open to the internet"
# description: >-
#   What listens on port 80 speaks without TLS. A load balancer or CloudFront may keep it open to redirect; the
#   rules on their listeners judge that, and this finding is then one to waive.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html
#     description: "Security groups"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/security_group
#     description: "aws_security_group"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/security_group_rule
#     description: "aws_security_group_rule"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/vpc_security_group_ingress_rule
#     description: "aws_vpc_security_group_ingress_rule"
# custom:
#   severity: low
#   domain: network
#   resource_types: ["aws_security_group", "aws_security_group_rule", "aws_vpc_security_group_ingress_rule"]
#   obligations: [OBL-IAM-10, OBL-DATA-6]
#   equivalents:
#     checkov: ["CKV_AWS_260"]
#     trivy: []
#     kics: ["ffac8a12-322e-42c1-b9b9-81ff85c39ef7", "4728cd65-a20c-49da-8b31-9c08b423e4db", "381c3f2a-ef6f-4eff-99f7-b169cda3422c"]
#     cdk_nag: ["AwsSolutions-EC23"]
#     security_hub: []
#     regula: ["FG_R00041"]
#   expected: >-
#     No ingress rule takes port 80 from 0.0.0.0/0, ::/0 or half of one.
#   fix:
#     terraform: >-
#       from_port = 443, to_port = 443
#   since: "0.1.0"
package bulwark.rules.security_group_http_closed

import data.bulwark.lib.net

findings := net.exposed({"tcp": {80}, "udp": set()})
