# METADATA
# title: "The audit runs at least once a week"
# description: >-
#   Between two runs a shared or revoked certificate works on unseen. Monthly and two-weekly audits leave that
#   time to an intruder.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot-device-defender/latest/devguide/device-defender-audit.html
#     description: "Scheduled audits"
#   - ref: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-scheduledaudit.html
#     description: "AWS::IoT::ScheduledAudit"
# custom:
#   severity: low
#   domain: logging
#   resource_types: ["AWS::IoT::ScheduledAudit"]
#   obligations: [OBL-CONS-1, OBL-RISK-4]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     Frequency is DAILY or WEEKLY.
#   fix:
#     terraform: >-
#       Frequency = "WEEKLY", DayOfWeek = "MON"
#   since: "0.1.0"
package bulwark.rules.iot_audit_frequent

import data.bulwark.lib.audit
import data.bulwark.lib.judge

findings contains fact if {
	some r in audit.schedules
	some fact in judge.one_of(r, ["Frequency"], {"DAILY", "WEEKLY"}, null)
}
