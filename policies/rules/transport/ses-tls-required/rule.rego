# METADATA
# title: "Mail leaves over TLS or not at all"
# description: >-
#   Without delivery options SES tries TLS and falls back to plain text. Require makes it give the mail back
#   instead: what is mailed to users and operators (confirmations, alarms, notices) is not read on its way.
# related_resources:
#   - ref: https://docs.aws.amazon.com/ses/latest/dg/security-protocols.html
#     description: "SES and TLS"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ses_configuration_set
#     description: "aws_ses_configuration_set"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/sesv2_configuration_set
#     description: "aws_sesv2_configuration_set"
# custom:
#   severity: medium
#   domain: transport
#   resource_types: ["aws_ses_configuration_set", "aws_sesv2_configuration_set"]
#   obligations: [OBL-DATA-6]
#   equivalents:
#     checkov: ["CKV_AWS_365"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["SES.3"]
#     regula: []
#   expected: >-
#     delivery_options.tls_policy is Require.
#   fix:
#     terraform: >-
#       delivery_options { tls_policy = "Require" }
#   since: "0.1.0"
package bulwark.rules.ses_tls_required

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some type in ["aws_ses_configuration_set", "aws_sesv2_configuration_set"]
	some r in tf.resources(type)
	some fact in judge.one_of(r, ["delivery_options", "tls_policy"], {"Require", "REQUIRE"}, "Optional")
}
