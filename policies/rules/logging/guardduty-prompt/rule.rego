# METADATA
# title: "GuardDuty tells of repeated findings within the hour"
# description: >-
#   New findings are sent at once, but news of one that goes on waits six hours unless told otherwise: longer than
#   the first deadline of some laws leaves room for.
# related_resources:
#   - ref: https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings_eventbridge.html
#     description: "Frequency of notifications"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/guardduty_detector
#     description: "aws_guardduty_detector"
# custom:
#   severity: low
#   domain: logging
#   resource_types: ["aws_guardduty_detector"]
#   obligations: [OBL-INC-1, OBL-INC-7]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     finding_publishing_frequency is FIFTEEN_MINUTES or ONE_HOUR.
#   fix:
#     terraform: >-
#       finding_publishing_frequency = "FIFTEEN_MINUTES"
#   since: "0.1.0"
package bulwark.rules.guardduty_prompt

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_guardduty_detector")
	some fact in judge.one_of(r, ["finding_publishing_frequency"], allowed, "SIX_HOURS")
}

allowed := {"FIFTEEN_MINUTES", "ONE_HOUR"}
