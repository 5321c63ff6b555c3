# METADATA
# title: "The trail's files prove that nobody changed them"
# description: >-
#   Log file validation signs a chain of digests. Without it a deleted or edited log file cannot be told from one
#   that never was.
# related_resources:
#   - ref: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html
#     description: "Security best practices of CloudTrail"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudtrail
#     description: "aws_cloudtrail"
# custom:
#   severity: high
#   domain: logging
#   resource_types: ["aws_cloudtrail"]
#   obligations: [OBL-CONS-5, OBL-INC-5]
#   equivalents:
#     checkov: ["CKV_AWS_36"]
#     trivy: ["AWS-0016"]
#     kics: ["52ffcfa6-6c70-4ea6-8376-d828d3961669"]
#     cdk_nag: []
#     security_hub: ["CloudTrail.4"]
#     regula: ["FG_R00027"]
#   expected: >-
#     enable_log_file_validation is true.
#   fix:
#     terraform: >-
#       enable_log_file_validation = true
#     construct: >-
#       AuditTrail sets it.
#   since: "0.1.0"
package bulwark.rules.cloudtrail_log_validation

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_cloudtrail")
	some fact in judge.enabled(r, ["enable_log_file_validation"], false)
}
