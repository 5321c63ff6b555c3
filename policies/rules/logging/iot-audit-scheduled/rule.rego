# METADATA
# title: "What the audit is to check, a schedule runs"
# description: >-
#   The account's audit configuration only permits checks; nothing is looked at before a scheduled audit names
#   them. Whether other stacks hold a schedule or the configuration cannot be seen, so a schedule without the
#   configuration beside it is not decided.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot-device-defender/latest/devguide/device-defender-audit.html
#     description: "Scheduled audits"
#   - ref: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-scheduledaudit.html
#     description: "AWS::IoT::ScheduledAudit"
#   - ref: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-accountauditconfiguration.html
#     description: "AWS::IoT::AccountAuditConfiguration"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["AWS::IoT::AccountAuditConfiguration", "AWS::IoT::ScheduledAudit"]
#   obligations: [OBL-CONS-1, OBL-RISK-4]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     Each check that the audit configuration switches on stands in TargetCheckNames of a scheduled audit.
#   fix:
#     terraform: >-
#       A resource AWS::IoT::ScheduledAudit whose TargetCheckNames holds all seventeen.
#   since: "0.1.0"
package bulwark.rules.iot_audit_scheduled

import data.bulwark.lib.audit
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.fail(r, "", null, "no-scheduled-audit") if {
	some r in audit.configurations
	count(audit.schedules) == 0
}

findings contains result.with_detail(fact, name) if {
	count(audit.schedules) > 0
	some r in audit.configurations
	some property, name in audit.checks
	tf.is_true(tf.dig(r.values, ["AuditCheckConfigurations", property, "Enabled"]))
	not name in scheduled
	fact := verdict(r, property)
}

findings contains result.unknown(r, "AuditCheckConfigurations", configured) if {
	count(audit.schedules) > 0
	some r in audit.configurations
	configured := tf.step(r.values, "AuditCheckConfigurations")
	tf.is_unknown(configured)
}

findings contains {"address": r.address, "verdict": "unknown", "path": "", "reason": "audit-configuration-elsewhere"} if {
	count(audit.configurations) == 0
	some r in audit.schedules
}

scheduled := {name | some r in audit.schedules; some name in tf.list(tf.step(r.values, "TargetCheckNames")); is_string(name)}

# Lists, or names in them, that are not known may hold the missing check.
open := [value |
	some r in audit.schedules
	some value in tf.list(tf.step(r.values, "TargetCheckNames"))
	tf.is_unknown(value)
]

verdict(r, property) := result.fail(r, concat(".", ["AuditCheckConfigurations", property]), true, "check-not-scheduled") if count(open) == 0

verdict(r, property) := result.unknown(r, concat(".", ["AuditCheckConfigurations", property]), open[0]) if count(open) > 0
