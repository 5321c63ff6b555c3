# METADATA
# title: "No private key of a device in Terraform state"
# description: >-
#   aws_iot_certificate without a signing request makes AWS generate the key pair, and the private key lands in the
#   state file, readable by everyone who can plan. With csr (or a certificate made elsewhere) the key stays where it
#   was made.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/apireference/API_CreateKeysAndCertificate.html
#     description: "What happens without a CSR"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iot_certificate
#     description: "aws_iot_certificate"
# custom:
#   severity: critical
#   domain: identity
#   resource_types: ["aws_iot_certificate"]
#   obligations: [OBL-SDLC-13, OBL-IAM-2]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     csr or certificate_pem is given.
#   fix:
#     terraform: >-
#       Make the key on the device, give csr = file("device.csr"), or provision devices through a fleet provisioning
#       template.
#   since: "0.1.0"
package bulwark.rules.iot_certificate_csr

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.absent(r, "csr") if {
	some r in tf.resources("aws_iot_certificate")
	every attribute in ["csr", "certificate_pem"] {
		is_empty(tf.step(r.values, attribute))
	}
}

is_empty(null)

is_empty("")

findings contains result.unknown(r, "csr", r.values.csr) if {
	some r in tf.resources("aws_iot_certificate")
	judge.may_be_nothing(r.values.csr)
	is_empty(tf.step(r.values, "certificate_pem"))
}
