# METADATA
# title: "The trail records"
# description: >-
#   A trail with enable_logging = false exists and records nothing. It is on by default.
# related_resources:
#   - ref: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html
#     description: "Security best practices of CloudTrail"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudtrail
#     description: "aws_cloudtrail"
# custom:
#   severity: critical
#   domain: logging
#   resource_types: ["aws_cloudtrail"]
#   obligations: [OBL-CONS-5, OBL-INC-1]
#   equivalents:
#     checkov: ["CKV_AWS_251"]
#     trivy: []
#     kics: ["4bb76f17-3d63-4529-bdca-2b454529d774"]
#     cdk_nag: []
#     security_hub: ["CloudTrail.3"]
#     regula: []
#   expected: >-
#     enable_logging is not false.
#   fix:
#     terraform: >-
#       enable_logging = true
#     construct: >-
#       AuditTrail sets it.
#   since: "0.1.0"
package bulwark.rules.cloudtrail_recording

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_cloudtrail")
	some fact in judge.enabled(r, ["enable_logging"], true)
}
