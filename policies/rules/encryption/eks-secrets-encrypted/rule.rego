# METADATA
# title: "Secrets of Kubernetes are encrypted with a key of your own"
# description: >-
#   Kubernetes keeps secrets readable for whoever reads its store. Envelope encryption puts a key between the two:
#   the use of each secret then goes through KMS and leaves a trace.
# related_resources:
#   - ref: https://docs.aws.amazon.com/eks/latest/userguide/enable-kms.html
#     description: "Envelope encryption in EKS"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html#eks-3
#     description: "EKS.3"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/eks_cluster
#     description: "aws_eks_cluster"
# custom:
#   severity: medium
#   domain: encryption
#   resource_types: ["aws_eks_cluster"]
#   obligations: [OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_58"]
#     trivy: ["AWS-0039"]
#     kics: ["63ebcb19-2739-4d3f-aa5c-e8bbb9b85281"]
#     cdk_nag: []
#     security_hub: ["EKS.3"]
#     regula: []
#   expected: >-
#     encryption_config names a key and the resources secrets.
#   fix:
#     terraform: >-
#       encryption_config { resources = ["secrets"] provider { key_arn = aws_kms_key.NAME.arn } }
#   since: "0.1.0"
package bulwark.rules.eks_secrets_encrypted

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_eks_cluster")
	some fact in facts(r, tf.dig(r.values, ["encryption_config", "resources"]))
}

facts(r, null) := [result.absent(r, "encryption_config")]

facts(r, value) := [result.unknown(r, "encryption_config.resources", value)] if tf.is_unknown(value)

facts(_, value) := [] if "secrets" in tf.list(value)

facts(r, value) := [result.fail(r, "encryption_config.resources", value, "not-allowed")] if {
	is_array(value)
	not "secrets" in value
}
