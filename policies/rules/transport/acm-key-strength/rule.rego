# METADATA
# title: "Keys of certificates are strong enough"
# description: >-
#   RSA with 1,024 bits can be broken. ACM takes RSA 2,048 when nothing is written; elliptic curves are smaller
#   and faster for devices.
# related_resources:
#   - ref: https://docs.aws.amazon.com/acm/latest/userguide/acm-certificate-characteristics.html
#     description: "Keys of ACM certificates"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/acm-controls.html#acm-2
#     description: "ACM.2"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/acm_certificate
#     description: "aws_acm_certificate"
# custom:
#   severity: high
#   domain: transport
#   resource_types: ["aws_acm_certificate"]
#   obligations: [OBL-DATA-6]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["ACM.2"]
#     regula: []
#   expected: >-
#     key_algorithm is not RSA_1024.
#   fix:
#     terraform: >-
#       key_algorithm = "EC_prime256v1"
#   since: "0.1.0"
package bulwark.rules.acm_key_strength

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.fail(r, "key_algorithm", r.values.key_algorithm, "weak-key") if {
	some r in tf.resources("aws_acm_certificate")
	r.values.key_algorithm in {"RSA_1024", "RSA-1024"}
}

findings contains result.unknown(r, "key_algorithm", r.values.key_algorithm) if {
	some r in tf.resources("aws_acm_certificate")
	tf.is_unknown(r.values.key_algorithm)
}
