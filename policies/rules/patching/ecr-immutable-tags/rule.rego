# METADATA
# title: "A tag always means the same image"
# description: >-
#   With mutable tags, which is the default, what was scanned and approved under a tag can be replaced afterwards,
#   and nobody notices at the next start.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html
#     description: "Tag mutability"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecr_repository
#     description: "aws_ecr_repository"
# custom:
#   severity: medium
#   domain: patching
#   resource_types: ["aws_ecr_repository"]
#   obligations: [OBL-SDLC-7, OBL-SDLC-8]
#   equivalents:
#     checkov: ["CKV_AWS_51"]
#     trivy: ["AWS-0031"]
#     kics: ["d1846b12-20c5-4d45-8798-fc35b79268eb"]
#     cdk_nag: []
#     security_hub: ["ECR.2"]
#     regula: []
#   expected: >-
#     image_tag_mutability is IMMUTABLE.
#   fix:
#     terraform: >-
#       image_tag_mutability = "IMMUTABLE"
#   since: "0.1.0"
package bulwark.rules.ecr_immutable_tags

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_ecr_repository")
	some fact in judge.one_of(r, ["image_tag_mutability"], {"IMMUTABLE"}, "MUTABLE")
}
