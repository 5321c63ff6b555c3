# METADATA
# title: "Parameters are encrypted"
# description: >-
#   String and StringList lie in the clear and are shown to everybody who may list parameters. What is no secret
#   today often becomes one when somebody adds a token to it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-parameter-store.html
#     description: "Parameter Store"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ssm_parameter
#     description: "aws_ssm_parameter"
# custom:
#   severity: low
#   domain: encryption
#   resource_types: ["aws_ssm_parameter"]
#   obligations: [OBL-DATA-7, OBL-SDLC-13]
#   equivalents:
#     checkov: ["CKV2_AWS_34"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     type is SecureString.
#   fix:
#     terraform: >-
#       type = "SecureString" with key_id
#   since: "0.1.0"
package bulwark.rules.ssm_parameter_secure

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_ssm_parameter")
	some fact in judge.one_of(r, ["type"], allowed, "String")
}

allowed := {"SecureString"}
