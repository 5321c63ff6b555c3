# METADATA
# title: "Certificates name their hosts"
# description: >-
#   The key of a wildcard certificate speaks for every host of the domain, also for those an attacker puts up.
# related_resources:
#   - ref: https://docs.aws.amazon.com/acm/latest/userguide/acm-certificate-characteristics.html
#     description: "Names of ACM certificates"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/acm_certificate
#     description: "aws_acm_certificate"
# custom:
#   severity: low
#   domain: transport
#   resource_types: ["aws_acm_certificate"]
#   obligations: [OBL-IAM-10, OBL-DATA-6]
#   equivalents:
#     checkov: ["CKV2_AWS_71"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     Neither domain_name nor subject_alternative_names starts with *.
#   fix:
#     terraform: >-
#       domain_name = "api.example.com"
#   since: "0.1.0"
package bulwark.rules.acm_names_written_out

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(result.fail(r, attribute, name, "wildcard-name"), name) if {
	some r in tf.resources("aws_acm_certificate")
	some attribute in ["domain_name", "subject_alternative_names"]
	some name in tf.list(object.get(r.values, attribute, null))
	startswith(tf.text(name), "*.")
}

findings contains result.unknown(r, attribute, name) if {
	some r in tf.resources("aws_acm_certificate")
	some attribute in ["domain_name", "subject_alternative_names"]
	some name in tf.list(object.get(r.values, attribute, null))
	tf.is_unknown(name)
	not tf.has_text(name)
}
