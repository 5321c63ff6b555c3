# METADATA
# title: "Only AWS IoT calls the function that issues certificates"
# description: >-
#   The function of a certificate provider signs device certificates: whoever may call it can have one made. And
#   without a permission for AWS IoT every CreateCertificateFromCsr of the account fails, so that no device is
#   provisioned any more.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/provisioning-cert-provider.html
#     description: "Certificate providers"
#   - ref: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-certificateprovider.html
#     description: "AWS::IoT::CertificateProvider"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lambda_permission
#     description: "aws_lambda_permission"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["AWS::IoT::CertificateProvider"]
#   obligations: [OBL-IAM-2, OBL-IAM-5]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     The function has a permission for iot.amazonaws.com and for nobody else.
#   fix:
#     terraform: >-
#       aws_lambda_permission with principal = "iot.amazonaws.com" and source_arn = the ARN of the certificate
#       provider; no other permission on the function.
#   since: "0.1.0"
package bulwark.rules.iot_certificate_provider_callers

import data.bulwark.lib.result
import data.bulwark.lib.tf

providers := tf.resources("AWS::IoT::CertificateProvider")

findings contains result.unknown(r, path, value) if {
	some r in providers
	value := tf.step(r.values, path)
	tf.is_unknown(value)
	count(names(value)) == 0
}

findings contains result.with_detail(result.fail(r, path, permission.values.principal, "other-caller"), permission.address) if {
	some r in providers
	some permission in permissions(r)
	is_string(permission.values.principal)
	permission.values.principal != "iot.amazonaws.com"
}

findings contains result.unknown(r, path, principal) if {
	some r in providers
	some permission in permissions(r)
	principal := permission.values.principal
	tf.is_unknown(principal)
}

findings contains result.fail(r, path, null, "not-callable") if {
	some r in providers
	count(permissions(r)) == 0
	count(names(tf.step(r.values, path)) & {f.values.function_name | some f in functions}) > 0
}

findings contains {"address": r.address, "verdict": "unknown", "path": path, "reason": "function-elsewhere"} if {
	some r in providers
	count(permissions(r)) == 0
	found := names(tf.step(r.values, path))
	count(found) > 0
	count(found & {f.values.function_name | some f in functions}) == 0
}

path := "LambdaFunctionArn"

functions := tf.resources("aws_lambda_function")

permissions(r) := [permission |
	wanted := names(tf.step(r.values, path))
	some permission in tf.resources("aws_lambda_permission")
	count(names(permission.values.function_name) & wanted) > 0
]

# The function's name, from its ARN with or without a qualifier, from itself, or from the resource referred to.
names(value) := {split(split(value, ":function:")[1], ":")[0]} if {
	is_string(value)
	contains(value, ":function:")
}

names(value) := {value} if {
	is_string(value)
	not contains(value, ":function:")
}

names(value) := {f.values.function_name |
	some f in functions
	tf.points_to(value, f)
} if {
	not is_string(value)
}
