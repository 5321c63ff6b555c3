# METADATA
# title: "Clients cannot choose their authorizer"
# description: >-
#   With allow_authorizer_override a client names the authorizer that shall judge it, so the weakest one in the
#   account decides.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/apireference/API_AuthorizerConfig.html
#     description: "allowAuthorizerOverride"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iot_domain_configuration
#     description: "aws_iot_domain_configuration"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["aws_iot_domain_configuration"]
#   obligations: [OBL-IAM-10]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     allow_authorizer_override is not true.
#   fix:
#     terraform: >-
#       authorizer_config { allow_authorizer_override = false }
#     construct: >-
#       DeviceEndpoint has no authorizer to override.
#   since: "0.1.0"
package bulwark.rules.iot_domain_authorizer_fixed

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_iot_domain_configuration")
	some fact in judge.one_of(r, ["authorizer_config", "allow_authorizer_override"], {false, "false"}, false)
}
