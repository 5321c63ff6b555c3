# METADATA
# title: "Images are not open to everyone"
# description: >-
#   A repository policy with Principal * and no narrowing condition lets any AWS account pull the images, or push
#   its own.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html
#     description: "Repository policies"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecr_repository_policy
#     description: "aws_ecr_repository_policy"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecr_repository_creation_template
#     description: "aws_ecr_repository_creation_template"
# custom:
#   severity: critical
#   domain: identity
#   resource_types: ["aws_ecr_repository_policy", "aws_ecr_repository_creation_template"]
#   obligations: [OBL-SDLC-8, OBL-IAM-8]
#   equivalents:
#     checkov: ["CKV_AWS_32"]
#     trivy: ["AWS-0032"]
#     kics: ["e86e26fc-489e-44f0-9bcd-97305e4ba69a"]
#     cdk_nag: ["AwsSolutions-ECR1"]
#     security_hub: []
#     regula: []
#   expected: >-
#     No Allow statement has Principal *, or NotPrincipal, without a condition that names somebody.
#   fix:
#     terraform: >-
#       Name the accounts or roles that pull.
#   since: "0.1.0"
package bulwark.rules.ecr_policy_not_public

import data.bulwark.lib.resource_policy
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_ecr_repository_policy")
	some fact in resource_policy.public_facts(r, "policy", object.get(r.values, "policy", null))
}

# What repositories get that are made on the first pull or copy.
findings contains fact if {
	some r in tf.resources("aws_ecr_repository_creation_template")
	some fact in resource_policy.public_facts(r, "repository_policy", object.get(r.values, "repository_policy", null))
}
