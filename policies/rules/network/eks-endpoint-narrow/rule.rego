# METADATA
# title: "The interface of Kubernetes is not open to every address"
# description: >-
#   Absent means public and open to 0.0.0.0/0: anyone may try their luck with the tokens and the bugs of the
#   interface that commands the cluster. Name the networks that operate it, or close the public side.
# related_resources:
#   - ref: https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html
#     description: "Access to the cluster endpoint"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html#eks-1
#     description: "EKS.1"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/eks_cluster
#     description: "aws_eks_cluster"
# custom:
#   severity: high
#   domain: network
#   resource_types: ["aws_eks_cluster"]
#   obligations: [OBL-IAM-10]
#   equivalents:
#     checkov: ["CKV_AWS_38"]
#     trivy: ["AWS-0041"]
#     kics: ["61cf9883-1752-4768-b18c-0d57f2737709"]
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     endpoint_public_access is false, or public_access_cidrs holds none of 0.0.0.0/0, ::/0 and halves of them.
#   fix:
#     terraform: >-
#       vpc_config { endpoint_public_access = false, endpoint_private_access = true }
#   since: "0.1.0"
package bulwark.rules.eks_endpoint_narrow

import data.bulwark.lib.net
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_eks_cluster")
	public := tf.dig(r.values, ["vpc_config", "endpoint_public_access"])
	some fact in judged(r, public, networks(r, tf.dig(r.values, ["vpc_config", "public_access_cidrs"])))
}

# Open is open only if the public side is on; when nobody knows, nobody knows.
judged(r, public, facts) := [] if {
	tf.is_false(public)
} else := [result.unknown(r, "vpc_config.endpoint_public_access", public)] if {
	tf.is_unknown(public)
	some fact in facts
	fact.verdict == "fail"
} else := facts

networks(r, null) := [result.absent(r, "vpc_config.public_access_cidrs")]

networks(r, value) := [fact |
	some cidr in tf.list(value)
	some fact in of_network(r, cidr)
] if {
	not is_null(value)
}

of_network(r, cidr) := [result.fail(r, "vpc_config.public_access_cidrs", cidr, "open-to-the-internet")] if {
	net.is_anywhere(cidr)
} else := [result.unknown(r, "vpc_config.public_access_cidrs", cidr)] if {
	tf.is_unknown(cidr)
} else := []
