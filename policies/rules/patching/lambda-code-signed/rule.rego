# METADATA
# title: "Functions take signed code only"
# description: >-
#   Whoever may update a function, or reach the pipeline that does, decides what runs with its rights. With a code
#   signing configuration Lambda takes only packages that a signing profile of yours has signed; what the
#   configuration then does with others is lambda-signing-enforced. Lambda checks no signatures of container images.
# related_resources:
#   - ref: https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html
#     description: "Code signing for Lambda"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lambda_function
#     description: "aws_lambda_function"
# custom:
#   severity: low
#   domain: patching
#   resource_types: ["aws_lambda_function"]
#   obligations: [OBL-SDLC-7]
#   equivalents:
#     checkov: ["CKV_AWS_272"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     code_signing_config_arn names a code signing configuration.
#   fix:
#     terraform: >-
#       code_signing_config_arn = aws_lambda_code_signing_config.NAME.arn
#     construct: >-
#       NodeFunction takes a CodeSigning; IotBackend has one unless codeSigning is "none".
#   since: "0.1.0"
package bulwark.rules.lambda_code_signed

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_lambda_function")
	some fact in judged(r, tf.step(r.values, "package_type"))
}

judged(r, kind) := judge.known_written(r, ["code_signing_config_arn"]) if {
	not tf.is_unknown(kind)
	kind != "Image"
}

judged(r, "Image") := [result.not_applicable(r, "container-image")]

# A signature that is asked for is right for either kind; without one the kind decides.
judged(r, kind) := [result.unknown(r, "package_type", kind)] if {
	tf.is_unknown(kind)
	count(judge.known_written(r, ["code_signing_config_arn"])) > 0
}
