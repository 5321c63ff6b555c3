# METADATA
# title: "Firmware signatures outlive the support period"
# description: >-
#   A device that was in a drawer must still be able to verify the update it then gets. The signature therefore has
#   to be valid for at least the shortest support period, five years [CRA Art. 13(8)]. Without a period of its own
#   AWS Signer gives 135 months.
# related_resources:
#   - ref: https://docs.aws.amazon.com/signer/latest/api/API_SignatureValidityPeriod.html
#     description: "Signature validity period"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/signer_signing_profile
#     description: "aws_signer_signing_profile"
# custom:
#   severity: medium
#   domain: patching
#   resource_types: ["aws_signer_signing_profile"]
#   obligations: [OBL-SDLC-7, OBL-CONS-15]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     signature_validity_period is at least the baseline (5 years).
#   fix:
#     terraform: >-
#       signature_validity_period { type = "YEARS", value = 5 }
#     construct: >-
#       FirmwareStore, or signatureValidityYears of IotBackend.
#   since: "0.1.0"
package bulwark.rules.signer_validity

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_signer_signing_profile")
	period := tf.step(r.values, "signature_validity_period")
	not is_null(period)
	some fact in judged(r, tf.step(period, "type"), tf.step(period, "value"))
}

# How many of each make a year.
per_year := {"YEARS": 1, "MONTHS": 12, "DAYS": 365}

judged(r, type, _) := [result.unknown(r, "signature_validity_period.type", type)] if tf.is_unknown(type)

judged(r, type, value) := facts if {
	tf.is_known(type)
	floor := data.baseline.firmware.signatureValidityYears * per_year[type]
	facts := judge.value_at_least(r, "signature_validity_period.value", value, floor, null)
}
