# METADATA
# title: "Builds do not run privileged"
# description: >-
#   A privileged build is root on the host it runs on, and what a build runs comes from many hands. Only building
#   images with Docker needs it; there a builder that needs no daemon will do.
# related_resources:
#   - ref: https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectEnvironment.html
#     description: "Environment of a build"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html#codebuild-5
#     description: "CodeBuild.5"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/codebuild_project
#     description: "aws_codebuild_project"
# custom:
#   severity: medium
#   domain: identity
#   resource_types: ["aws_codebuild_project"]
#   obligations: [OBL-IAM-8, OBL-SDLC-8]
#   equivalents:
#     checkov: ["CKV_AWS_316"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     environment.privileged_mode is not true.
#   fix:
#     terraform: >-
#       privileged_mode = false
#   since: "0.1.0"
package bulwark.rules.codebuild_not_privileged

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_codebuild_project")
	some fact in judge.off(r, ["environment", "privileged_mode"], "privileged")
}
