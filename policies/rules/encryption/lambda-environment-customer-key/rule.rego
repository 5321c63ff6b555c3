# METADATA
# title: "A function's settings are encrypted with a customer managed key"
# description: >-
#   Environment variables are encrypted with a key of AWS unless kms_key_arn is given; whoever may read the
#   function's configuration then reads them in the clear. Functions without variables have nothing to encrypt.
# related_resources:
#   - ref: https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html
#     description: "Securing environment variables"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lambda_function
#     description: "aws_lambda_function"
# custom:
#   severity: low
#   domain: encryption
#   resource_types: ["aws_lambda_function"]
#   obligations: [OBL-DATA-7, OBL-SDLC-13]
#   equivalents:
#     checkov: ["CKV_AWS_173"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     kms_key_arn names a customer managed key wherever environment variables are set.
#   fix:
#     terraform: >-
#       kms_key_arn = aws_kms_key.NAME.arn
#     construct: >-
#       NodeFunction takes a DataKey.
#   since: "0.1.0"
package bulwark.rules.lambda_environment_customer_key

import data.bulwark.lib.kms
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_lambda_function")
	has_variables(r)
	some fact in kms.customer_key(r, "kms_key_arn", tf.step(r.values, "kms_key_arn"))
}

findings contains result.not_applicable(r, "no-environment-variables") if {
	some r in tf.resources("aws_lambda_function")
	not has_variables(r)
}

has_variables(r) if not tf.dig(r.values, ["environment", "variables"]) in {null, {}}
