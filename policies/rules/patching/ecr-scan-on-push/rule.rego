# METADATA
# title: "Images are scanned when pushed"
# description: >-
#   Scanning at push finds known holes before an image runs. It is off by default; enhanced scanning of the whole
#   registry (aws_ecr_registry_scanning_configuration in the same input) does it too.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html
#     description: "Image scanning"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecr_repository
#     description: "aws_ecr_repository"
# custom:
#   severity: medium
#   domain: patching
#   resource_types: ["aws_ecr_repository"]
#   obligations: [OBL-RISK-4]
#   equivalents:
#     checkov: ["CKV_AWS_163"]
#     trivy: ["AWS-0030"]
#     kics: ["9630336b-3fed-4096-8173-b9afdfe346a7"]
#     cdk_nag: []
#     security_hub: ["ECR.1"]
#   expected: >-
#     scan_on_push is true, or the registry is scanned.
#   fix:
#     terraform: >-
#       image_scanning_configuration { scan_on_push = true }
#   since: "0.1.0"
package bulwark.rules.ecr_scan_on_push

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_ecr_repository")
	not registry_scans
	some fact in judge.enabled(r, ["image_scanning_configuration", "scan_on_push"], false)
}

registry_scans if {
	some registry in tf.resources("aws_ecr_registry_scanning_configuration")
	some rule in tf.list(object.get(registry.values, "rule", null))
	tf.step(rule, "scan_frequency") in {"SCAN_ON_PUSH", "CONTINUOUS_SCAN"}
	some filter in tf.list(tf.step(rule, "repository_filter"))
	tf.step(filter, "filter") == "*"
}
