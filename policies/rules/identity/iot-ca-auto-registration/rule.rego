# METADATA
# title: "No certificate registers itself unjudged"
# description: >-
#   With allow_auto_registration every certificate the CA ever signed registers itself at first connect. That is
#   right only when a provisioning template (registration_config) says what such a device becomes; otherwise whoever
#   reaches the CA mints devices.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/auto-register-device-cert.html
#     description: "Automatic registration"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iot_ca_certificate
#     description: "aws_iot_ca_certificate"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["aws_iot_ca_certificate"]
#   obligations: [OBL-IAM-10, OBL-IAM-2]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     allow_auto_registration is false, or registration_config names a template.
#   fix:
#     terraform: >-
#       allow_auto_registration = false, or registration_config { template_name =
#       aws_iot_provisioning_template.NAME.name }
#   since: "0.1.0"
package bulwark.rules.iot_ca_auto_registration

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.fail(r, "allow_auto_registration", true, "no-registration-template") if {
	some r in tf.resources("aws_iot_ca_certificate")
	tf.is_true(tf.step(r.values, "allow_auto_registration"))
	not has_template(r)
}

findings contains result.unknown(r, "allow_auto_registration", r.values.allow_auto_registration) if {
	some r in tf.resources("aws_iot_ca_certificate")
	tf.is_unknown(r.values.allow_auto_registration)
	not has_template(r)
}

has_template(r) if {
	some attribute in ["template_name", "template_body"]
	value := tf.dig(r.values, ["registration_config", attribute])
	not is_null(value)
	value != ""
}
