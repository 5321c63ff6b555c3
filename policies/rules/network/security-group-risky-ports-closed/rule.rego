# METADATA
# title: "Data bases, file shares and old protocols are not open to the internet"
# description: >-
#   Data bases, caches, search engines, file shares and protocols without encryption were made for a network one
#   trusts. Most of the large leaks of recent years were such a port open to 0.0.0.0/0.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
#     description: "Security group rules"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-19
#     description: "EC2.19 and its list of ports"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/security_group
#     description: "aws_security_group"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/security_group_rule
#     description: "aws_security_group_rule"
# custom:
#   severity: high
#   domain: network
#   resource_types: ["aws_security_group", "aws_security_group_rule", "aws_vpc_security_group_ingress_rule"]
#   obligations: [OBL-IAM-10, OBL-DATA-7]
#   equivalents:
#     checkov: []
#     trivy: ["AWS-0107"]
#     kics: ["381c3f2a-ef6f-4eff-99f7-b169cda3422c", "54c417bf-c762-48b9-9d31-b3d87047e3f0"]
#     cdk_nag: []
#     security_hub: ["EC2.19"]
#   expected: >-
#     No ingress rule takes a port of EC2.19, MongoDB, Redis or memcached from 0.0.0.0/0, ::/0 or half of one.
#   fix:
#     terraform: >-
#       security_groups = [aws_security_group.app.id] in place of cidr_blocks
#   since: "0.1.0"
package bulwark.rules.security_group_risky_ports_closed

import data.bulwark.lib.net

findings := net.exposed(ports)

# The list of EC2.19 without 22 and 3389, and 2383, 6379, 11211, 27017 of SQL Server Analysis Services, Redis, memcached and MongoDB.
ports := {
	20, 21, 23, 25, 110, 135, 143, 445, 1433, 1434, 2383, 3000, 3306, 4333, 5000, 5432, 5500, 5601, 6379, 8080, 8088, 8888, 9200, 9300, 11211, 27017,
}
