# METADATA
# title: "Builds fetch their sources over verified TLS"
# description: >-
#   insecure_ssl takes any certificate of the source's host, so whoever stands between hands the build other code.
# related_resources:
#   - ref: https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectSource.html
#     description: "Source of a build"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/codebuild_project
#     description: "aws_codebuild_project"
# custom:
#   severity: high
#   domain: transport
#   resource_types: ["aws_codebuild_project"]
#   obligations: [OBL-DATA-6, OBL-SDLC-8]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     insecure_ssl of no source is true.
#   fix:
#     terraform: >-
#       insecure_ssl = false; environment.certificate names the authority of an own host.
#   since: "0.1.0"
package bulwark.rules.codebuild_source_verified

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(fact, block) if {
	some r in tf.resources("aws_codebuild_project")
	some block in ["source", "secondary_sources"]
	some source in tf.list(object.get(r.values, block, null))
	path := concat(".", [block, "insecure_ssl"])
	some fact in judge.value_off(r, path, tf.step(source, "insecure_ssl"), "tls-not-verified")
}
