# METADATA
# title: "Network ACLs keep SSH and RDP from the internet out"
# description: >-
#   The ACL of a subnet is the second line behind security groups: it holds when somebody opens a group by
#   mistake. Entries that deny are not weighed against each other: an allowing entry for the internet is a finding
#   wherever it stands.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
#     description: "Network ACLs"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-21
#     description: "EC2.21"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/network_acl
#     description: "aws_network_acl"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/default_network_acl
#     description: "aws_default_network_acl"
# custom:
#   severity: medium
#   domain: network
#   resource_types: ["aws_network_acl", "aws_default_network_acl", "aws_network_acl_rule"]
#   obligations: [OBL-IAM-10]
#   equivalents:
#     checkov: ["CKV_AWS_231", "CKV_AWS_232", "CKV_AWS_352"]
#     trivy: ["AWS-0102", "AWS-0105"]
#     kics: ["a20be318-cac7-457b-911d-04cc6e812c25", "3af7f2fd-06e6-4dab-b996-2912bea19ba4"]
#     cdk_nag: []
#     security_hub: ["EC2.21"]
#     regula: ["FG_R00357", "FG_R00359"]
#   expected: >-
#     No allowing ingress entry takes port 22 or 3389, or every port, from 0.0.0.0/0, ::/0 or half of one.
#   fix:
#     terraform: >-
#       from_port = 8883, to_port = 8883, or the networks that administrate
#   since: "0.1.0"
package bulwark.rules.network_acl_admin_ports_closed

import data.bulwark.lib.nacl

findings := nacl.exposed({22, 3389})
