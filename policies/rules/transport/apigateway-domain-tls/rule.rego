# METADATA
# title: "Custom domains take TLS 1.2 or newer"
# description: >-
#   security_policy TLS_1_0 still takes TLS 1.0 and its ciphers. Write it, so that the floor does not hang on
#   which interface made the domain.
# related_resources:
#   - ref: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html
#     description: "TLS of custom domains"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/api_gateway_domain_name
#     description: "aws_api_gateway_domain_name"
# custom:
#   severity: high
#   domain: transport
#   resource_types: ["aws_api_gateway_domain_name"]
#   obligations: [OBL-DATA-6]
#   equivalents:
#     checkov: ["CKV_AWS_206"]
#     trivy: ["AWS-0005"]
#     kics: ["4e1cc5d3-2811-4fb2-861c-ee9b3cb7f90b"]
#     cdk_nag: []
#     security_hub: []
#     regula: ["FG_R00375", "FG_R00376"]
#   expected: >-
#     security_policy is TLS_1_2, or one of those named SecurityPolicy_TLS12 or SecurityPolicy_TLS13.
#   fix:
#     terraform: >-
#       security_policy = "TLS_1_2"
#   since: "0.1.0"
package bulwark.rules.apigateway_domain_tls

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_api_gateway_domain_name")
	allowed := {"TLS_1_2"} | enhanced(tf.step(r.values, "security_policy"))
	some fact in judge.one_of(r, ["security_policy"], allowed, null)
}

# Newer policies, named after the TLS version they start with or add:
# https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies-list.html
enhanced(policy) := {policy} if {
	is_string(policy)
	regex.match(`^SecurityPolicy_TLS1[23]_`, policy)
} else := set()
