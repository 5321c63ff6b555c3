# METADATA
# title: "Builds are not public"
# description: >-
#   The logs and artifacts of a public project can be read by everyone who has its address, without an account. They
#   tell what firmware is made of and how, and repeat what the build was given.
# related_resources:
#   - ref: https://docs.aws.amazon.com/codebuild/latest/userguide/public-builds.html
#     description: "Public build projects"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/codebuild_project
#     description: "aws_codebuild_project"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["aws_codebuild_project"]
#   obligations: [OBL-DATA-7, OBL-SDLC-8]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     project_visibility is PRIVATE or not written.
#   fix:
#     terraform: >-
#       Remove project_visibility and resource_access_role.
#   since: "0.1.0"
package bulwark.rules.codebuild_not_public

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_codebuild_project")
	some fact in judged(r, tf.step(r.values, "project_visibility"))
}

judged(r, visibility) := [result.unknown(r, "project_visibility", visibility)] if tf.is_unknown(visibility)

judged(r, "PUBLIC_READ") := [result.fail(r, "project_visibility", "PUBLIC_READ", "public")]
