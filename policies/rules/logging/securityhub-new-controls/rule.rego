# METADATA
# title: "Security Hub takes up new controls by itself"
# description: >-
#   AWS adds controls to the standards every month; switched off, each waits for somebody to notice.
# related_resources:
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/controls-auto-enable.html
#     description: "New controls"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/securityhub_account
#     description: "aws_securityhub_account"
# custom:
#   severity: low
#   domain: logging
#   resource_types: ["aws_securityhub_account"]
#   obligations: [OBL-RISK-8, OBL-INC-1]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     auto_enable_controls is not false.
#   fix:
#     terraform: >-
#       auto_enable_controls = true
#   since: "0.1.0"
package bulwark.rules.securityhub_new_controls

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_securityhub_account")
	some fact in judge.enabled(r, ["auto_enable_controls"], true)
}
