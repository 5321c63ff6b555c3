# METADATA
# title: "Device Defender audits the account the devices are in"
# description: >-
#   Shared and expired certificates, clashing client ids and policies that grew too wide show at run time only, and
#   the audit is what looks for them. A stack with devices and without the audit relies on another to have it: waive
#   the finding with the name of that stack. Said once a stack, of its provider.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot-device-defender/latest/devguide/device-defender-audit.html
#     description: "Audit; nothing is checked before it is switched on"
#   - ref: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-accountauditconfiguration.html
#     description: "AWS::IoT::AccountAuditConfiguration"
# custom:
#   severity: low
#   domain: logging
#   resource_types: ["Provider/aws"]
#   obligations: [OBL-CONS-1, OBL-RISK-4]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     The input has the account's audit configuration or a scheduled audit.
#   fix:
#     terraform: >-
#       A resource AWS::IoT::AccountAuditConfiguration and an AWS::IoT::ScheduledAudit; or a waiver that names the stack
#       that has them.
#     construct: >-
#       accountSettings: "create" of IotBackend, which is the default.
#   since: "0.1.0"
package bulwark.rules.iot_account_audited

import data.bulwark.lib.audit
import data.bulwark.lib.iot_account as account
import data.bulwark.lib.result

findings contains result.fail(r, "", null, "no-audit") if {
	some r in missing
	count(account.hidden) == 0
}

findings contains fact if {
	some r in missing
	first := account.hidden[0]
	fact := result.with_related(result.unknown(r, "", first.value), [each.address | some each in account.hidden])
}

findings contains result.not_applicable(r, "no-devices") if {
	some r in account.providers
	not account.has_devices
}

findings contains result.not_applicable(r, "said-of-another-provider") if {
	some r in account.providers
	account.has_devices
	r.address != account.speaker
}

missing := [r |
	account.has_devices
	not is_audited
	some r in account.providers
	r.address == account.speaker
]

is_audited if count(audit.configurations) + count(audit.schedules) > 0
