# METADATA
# title: "Certificates renew without a person"
# description: >-
#   With validation by DNS the certificate renews as long as the record stands; by mail somebody has to click
#   every year, and devices go dark when nobody does.
# related_resources:
#   - ref: https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html
#     description: "Validation by DNS"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/acm_certificate
#     description: "aws_acm_certificate"
# custom:
#   severity: low
#   domain: transport
#   resource_types: ["aws_acm_certificate"]
#   obligations: [OBL-DATA-6, OBL-INC-3]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     validation_method is DNS.
#   fix:
#     terraform: >-
#       validation_method = "DNS"
#   since: "0.1.0"
package bulwark.rules.acm_validated_by_dns

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_acm_certificate")
	is_requested(r)
	some fact in judge.one_of(r, ["validation_method"], {"DNS"}, null)
}

findings contains result.not_applicable(r, "imported-or-private") if {
	some r in tf.resources("aws_acm_certificate")
	not is_requested(r)
}

# Imported certificates and those of a private authority are validated elsewhere.
is_requested(r) if {
	is_null(tf.step(r.values, "certificate_body"))
	is_null(tf.step(r.values, "private_key"))
	is_null(tf.step(r.values, "certificate_authority_arn"))
}
