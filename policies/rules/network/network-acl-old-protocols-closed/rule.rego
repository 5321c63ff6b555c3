# METADATA
# title: "Network ACLs keep FTP and Telnet from the internet out"
# description: >-
#   FTP and Telnet send names, passwords and files in the clear. The ACL holds when somebody opens a security group
#   by mistake. Entries that deny are not weighed against each other.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
#     description: "Network ACLs"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/network_acl
#     description: "aws_network_acl"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/default_network_acl
#     description: "aws_default_network_acl"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/network_acl_rule
#     description: "aws_network_acl_rule"
# custom:
#   severity: medium
#   domain: network
#   resource_types: ["aws_network_acl", "aws_default_network_acl", "aws_network_acl_rule"]
#   obligations: [OBL-IAM-10, OBL-DATA-6]
#   equivalents:
#     checkov: ["CKV_AWS_229", "CKV_AWS_230"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     No allowing ingress entry takes port 20, 21 or 23, or every port, from 0.0.0.0/0, ::/0 or half of one.
#   fix:
#     terraform: >-
#       from_port = 8883, to_port = 8883, or the networks that need it
#   since: "0.1.0"
package bulwark.rules.network_acl_old_protocols_closed

import data.bulwark.lib.nacl

findings := nacl.exposed({20, 21, 23})
