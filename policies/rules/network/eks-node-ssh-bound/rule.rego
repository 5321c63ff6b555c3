# METADATA
# title: "SSH to nodes of Kubernetes is bound to a security group"
# description: >-
#   A key for SSH without a source security group opens port 22 of every node to the whole internet. Session Manager
#   needs neither key nor port.
# related_resources:
#   - ref: https://docs.aws.amazon.com/eks/latest/APIReference/API_RemoteAccessConfig.html
#     description: "Remote access to a node group"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/eks_node_group
#     description: "aws_eks_node_group"
# custom:
#   severity: high
#   domain: network
#   resource_types: ["aws_eks_node_group"]
#   obligations: [OBL-IAM-10]
#   equivalents:
#     checkov: ["CKV_AWS_100"]
#     trivy: []
#     kics: ["ba40ace1-a047-483c-8a8d-bc2d3a67a82d"]
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     remote_access with ec2_ssh_key names source_security_group_ids.
#   fix:
#     terraform: >-
#       remote_access { ec2_ssh_key = ..., source_security_group_ids = [aws_security_group.NAME.id] }
#   since: "0.1.0"
package bulwark.rules.eks_node_ssh_bound

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_eks_node_group")
	not is_null(tf.dig(r.values, ["remote_access", "ec2_ssh_key"]))
	some fact in judge.known_written(r, ["remote_access", "source_security_group_ids"])
}
