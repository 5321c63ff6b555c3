# METADATA
# title: "The trail covers all regions"
# description: >-
#   An attacker works in the region nobody looks at. A trail of one region misses it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html
#     description: "Security best practices of CloudTrail"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudtrail
#     description: "aws_cloudtrail"
# custom:
#   severity: high
#   domain: logging
#   resource_types: ["aws_cloudtrail"]
#   obligations: [OBL-CONS-5, OBL-INC-1]
#   equivalents:
#     checkov: ["CKV_AWS_67"]
#     trivy: ["AWS-0014"]
#     kics: ["8173d5eb-96b5-4aa6-a71b-ecfa153c123d"]
#     cdk_nag: []
#     security_hub: ["CloudTrail.1"]
#   expected: >-
#     is_multi_region_trail is true.
#   fix:
#     terraform: >-
#       is_multi_region_trail = true
#     construct: >-
#       AuditTrail sets it.
#   since: "0.1.0"
package bulwark.rules.cloudtrail_multi_region

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_cloudtrail")
	some fact in judge.enabled(r, ["is_multi_region_trail"], false)
}
