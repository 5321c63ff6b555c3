# METADATA
# title: "The interface of Kubernetes has no public side"
# description: >-
#   A cluster that only the own network reaches cannot be tried from outside at all, whatever is found in it.
#   Pipelines and operators come in through the network.
# related_resources:
#   - ref: https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html
#     description: "Access to the cluster endpoint"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html#eks-1
#     description: "EKS.1"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/eks_cluster
#     description: "aws_eks_cluster"
# custom:
#   severity: low
#   domain: network
#   resource_types: ["aws_eks_cluster"]
#   obligations: [OBL-IAM-10, OBL-RISK-3]
#   equivalents:
#     checkov: ["CKV_AWS_39"]
#     trivy: ["AWS-0040"]
#     kics: ["42f4b905-3736-4213-bfe9-c0660518cda8"]
#     cdk_nag: ["AwsSolutions-EKS1"]
#     security_hub: ["EKS.1"]
#     regula: []
#   expected: >-
#     vpc_config.endpoint_public_access is false.
#   fix:
#     terraform: >-
#       vpc_config { endpoint_public_access = false, endpoint_private_access = true }
#   since: "0.1.0"
package bulwark.rules.eks_endpoint_private

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_eks_cluster")
	some fact in judge.one_of(r, ["vpc_config", "endpoint_public_access"], {false, "false"}, true)
}
