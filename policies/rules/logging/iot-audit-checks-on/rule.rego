# METADATA
# title: "Every check of Device Defender Audit is switched on"
# description: >-
#   Shared and expiring certificates, revoked ones still in use, weak keys, clients that fight over one id: no
#   plan shows them, the audit does. A check that the account's configuration does not name is off, and what it
#   collected before is deleted.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot-device-defender/latest/devguide/device-defender-audit-checks.html
#     description: "Audit checks"
#   - ref: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-accountauditconfiguration.html
#     description: "AWS::IoT::AccountAuditConfiguration"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["AWS::IoT::AccountAuditConfiguration"]
#   obligations: [OBL-CONS-1, OBL-IAM-4, OBL-RISK-4]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     AuditCheckConfigurations switches each of the seventeen checks on.
#   fix:
#     terraform: >-
#       AuditCheckConfigurations = { DeviceCertificateSharedCheck = { Enabled = true }, ... } with all seventeen.
#   since: "0.1.0"
package bulwark.rules.iot_audit_checks_on

import data.bulwark.lib.audit
import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(fact, check) if {
	some r in audit.configurations
	not tf.is_unknown(tf.step(r.values, path))
	some check, _ in audit.checks
	some fact in judge.enabled(r, [path, check, "Enabled"], false)
}

# Nothing is known of any check: one answer will do.
findings contains result.unknown(r, path, configured) if {
	some r in audit.configurations
	configured := tf.step(r.values, path)
	tf.is_unknown(configured)
}

path := "AuditCheckConfigurations"
