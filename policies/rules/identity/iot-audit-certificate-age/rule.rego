# METADATA
# title: "The audit names certificates that have grown too old"
# description: >-
#   A certificate that is never replaced serves whoever copied its key for as long. The audit's threshold is the
#   age at which devices should have a new one; it may be raised up to ten years, and then says nothing. Absent,
#   it is 365 days.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot-device-defender/latest/devguide/device-certificate-age-check.html
#     description: "Device certificate age check"
#   - ref: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-iot-accountauditconfiguration-certagecheckcustomconfiguration.html
#     description: "CertAgeCheckCustomConfiguration"
# custom:
#   severity: low
#   domain: identity
#   resource_types: ["AWS::IoT::AccountAuditConfiguration"]
#   obligations: [OBL-IAM-4]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     CertAgeThresholdInDays is at most the age of device certificates in the baseline (365 days).
#   fix:
#     terraform: >-
#       DeviceCertificateAgeCheck = { Enabled = true, Configuration = { CertAgeThresholdInDays = "365" } }
#   since: "0.1.0"
package bulwark.rules.iot_audit_certificate_age

import data.bulwark.lib.audit
import data.bulwark.lib.judge

# The default: https://docs.aws.amazon.com/iot-device-defender/latest/devguide/device-certificate-age-check.html
findings contains fact if {
	some r in audit.configurations
	some fact in judge.at_most(r, threshold, data.baseline.identity.deviceCertificateDays, 365)
}

threshold := ["AuditCheckConfigurations", "DeviceCertificateAgeCheck", "Configuration", "CertAgeThresholdInDays"]
