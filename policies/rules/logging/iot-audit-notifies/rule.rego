# METADATA
# title: "Somebody is told what the audit found"
# description: >-
#   An audit that only fills a list in the console waits until somebody looks. Findings go to an SNS topic, by a
#   role that may publish to it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot-device-defender/latest/devguide/device-defender-audit.html
#     description: "Audit notifications"
#   - ref: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-iot-accountauditconfiguration-auditnotificationtarget.html
#     description: "AuditNotificationTarget"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["AWS::IoT::AccountAuditConfiguration"]
#   obligations: [OBL-CONS-1, OBL-CONS-3, OBL-INC-1]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     AuditNotificationTargetConfigurations.Sns is enabled and names a topic and a role.
#   fix:
#     terraform: >-
#       AuditNotificationTargetConfigurations = { Sns = { Enabled = true, TargetArn = TOPIC, RoleArn = ROLE } }
#   since: "0.1.0"
package bulwark.rules.iot_audit_notifies

import data.bulwark.lib.audit
import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(fact, "switch") if {
	some r in audit.configurations
	some fact in judge.enabled(r, array.concat(target, ["Enabled"]), false)
}

findings contains result.with_detail(fact, key) if {
	some r in audit.configurations

	# Nothing is known of the target: the switch says so.
	not tf.is_unknown(tf.dig(r.values, target))
	some key in ["TargetArn", "RoleArn"]
	some fact in judge.known_written(r, array.concat(target, [key]))
}

target := ["AuditNotificationTargetConfigurations", "Sns"]
