# METADATA
# title: "Certificates stand in the public logs"
# description: >-
#   Certificate transparency shows certificates that somebody else got for your name; browsers refuse those that
#   are not logged.
# related_resources:
#   - ref: https://docs.aws.amazon.com/acm/latest/userguide/acm-concepts.html#concept-transparency
#     description: "Certificate transparency"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/acm_certificate
#     description: "aws_acm_certificate"
# custom:
#   severity: low
#   domain: transport
#   resource_types: ["aws_acm_certificate"]
#   obligations: [OBL-DATA-6]
#   equivalents:
#     checkov: ["CKV_AWS_234"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     certificate_transparency_logging_preference is not DISABLED, where the certificate is not of a private authority.
#   fix:
#     terraform: >-
#       options { certificate_transparency_logging_preference = "ENABLED" }
#   since: "0.1.0"
package bulwark.rules.acm_transparency_logged

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_acm_certificate")
	some fact in by_authority(r, judged(r), tf.step(r.values, "certificate_authority_arn"))
}

judged(r) := judge.one_of(r, ["options", "certificate_transparency_logging_preference"], allowed, "ENABLED")

by_authority(_, facts, authority) := facts if authority in {null, ""}

# What is recorded are public certificates: https://docs.aws.amazon.com/acm/latest/APIReference/API_CertificateOptions.html
by_authority(r, _, authority) := [result.not_applicable(r, "private-authority")] if judge.is_something(authority)

by_authority(r, facts, authority) := [result.unknown(r, "certificate_authority_arn", authority) | some _ in facts] if {
	judge.may_be_nothing(authority)
}

allowed := {"ENABLED"}
