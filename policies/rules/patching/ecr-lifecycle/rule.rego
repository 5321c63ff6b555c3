# METADATA
# title: "Old images go away"
# description: >-
#   Images that nobody rebuilt carry every hole found since. A lifecycle policy removes them before somebody
#   starts one.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html
#     description: "Lifecycle policies"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html#ecr-3
#     description: "ECR.3"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecr_repository
#     description: "aws_ecr_repository"
# custom:
#   severity: low
#   domain: patching
#   resource_types: ["aws_ecr_repository"]
#   obligations: [OBL-SDLC-12]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["ECR.3"]
#     regula: []
#   expected: >-
#     An aws_ecr_lifecycle_policy names the repository.
#   fix:
#     terraform: >-
#       resource "aws_ecr_lifecycle_policy" "NAME" { repository = aws_ecr_repository.NAME.name, ... }
#   since: "0.1.0"
package bulwark.rules.ecr_lifecycle

import data.bulwark.lib.links
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_ecr_repository")
	some fact in links.required(r, "aws_ecr_repository", "aws_ecr_lifecycle_policy", "lifecycle_policy")
}
