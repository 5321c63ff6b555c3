# METADATA
# title: "The control plane of Kubernetes is logged in all its parts"
# description: >-
#   Five logs tell who asked the cluster for what, who was let in and what it decided. All are off unless named.
# related_resources:
#   - ref: https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html
#     description: "Control plane logs"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html#eks-8
#     description: "EKS.8"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/eks_cluster
#     description: "aws_eks_cluster"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["aws_eks_cluster"]
#   obligations: [OBL-CONS-5, OBL-CONS-3]
#   equivalents:
#     checkov: ["CKV_AWS_37"]
#     trivy: ["AWS-0038"]
#     kics: ["37304d3f-f852-40b8-ae3f-725e87a7cedf", "66f130d9-b81d-4e8e-9b08-da74b9c891df"]
#     cdk_nag: ["AwsSolutions-EKS2"]
#     security_hub: ["EKS.8"]
#     regula: []
#   expected: >-
#     enabled_cluster_log_types holds api, audit, authenticator, controllerManager and scheduler.
#   fix:
#     terraform: >-
#       enabled_cluster_log_types = ["api", "audit", "authenticator", "controllerManager", "scheduler"]
#   since: "0.1.0"
package bulwark.rules.eks_logged

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_eks_cluster")
	some fact in facts(r, tf.step(r.values, "enabled_cluster_log_types"))
}

facts(r, null) := [result.absent(r, "enabled_cluster_log_types")]

facts(r, value) := [result.unknown(r, "enabled_cluster_log_types", value)] if tf.is_unknown(value)

facts(r, value) := [result.with_detail(result.fail(r, "enabled_cluster_log_types", value, "log-missing"), log) |
	some log in logs
	not log in value
] if {
	is_array(value)
	count([1 | some log in value; tf.is_unknown(log)]) == 0
}

facts(r, value) := [result.unknown(r, "enabled_cluster_log_types", log) | some log in value; tf.is_unknown(log)] if {
	is_array(value)
	count([1 | some log in value; tf.is_unknown(log)]) > 0
}

logs := ["api", "audit", "authenticator", "controllerManager", "scheduler"]
