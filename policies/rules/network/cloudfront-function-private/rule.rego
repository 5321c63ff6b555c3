# METADATA
# title: "Functions behind a distribution answer only to it"
# description: >-
#   A function address is on the internet by itself. Without origin access control the function cannot tell the
#   distribution from anybody who finds the address, and then the firewall and the log of the distribution are walked
#   around.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-lambda.html
#     description: "Origin access control for function addresses"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-16
#     description: "CloudFront.16"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudfront_distribution
#     description: "aws_cloudfront_distribution"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudfront_origin_access_control
#     description: "aws_cloudfront_origin_access_control"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lambda_function_url
#     description: "aws_lambda_function_url"
# custom:
#   severity: medium
#   domain: network
#   resource_types: ["aws_cloudfront_distribution"]
#   obligations: [OBL-IAM-10, OBL-SDLC-8]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["CloudFront.16"]
#     regula: []
#   expected: >-
#     Each origin that is a function address names an origin_access_control_id, whose signing_behavior is not never.
#   fix:
#     terraform: >-
#       origin_access_control_id = aws_cloudfront_origin_access_control.NAME.id
#   since: "0.1.0"
package bulwark.rules.cloudfront_function_private

import data.bulwark.lib.cloudfront
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(result.absent(r, "origin.origin_access_control_id"), origin.origin_id) if {
	some [r, origin] in function_origins
	cloudfront.nothing(tf.step(origin, "origin_access_control_id"))
}

findings contains result.with_detail(fact, origin.origin_id) if {
	some [r, origin] in function_origins
	some fact in array.concat(cloudfront.may_be_uncontrolled(r, origin), cloudfront.signed(r, origin))
}

# A function is a custom origin; what is none may be a bucket, never a function.
findings contains result.with_detail(result.unknown(r, "origin.domain_name", name), origin.origin_id) if {
	some [r, origin] in cloudfront.origins
	name := tf.step(origin, "domain_name")
	may_be_function(name)
	not is_function(name)
	not is_null(tf.step(origin, "custom_origin_config"))
	cloudfront.nothing(tf.step(origin, "origin_access_control_id"))
}

findings contains result.unknown(r, "origin", origin) if {
	some [r, origin] in cloudfront.origins
	tf.is_unknown(origin)
}

function_origins := [[r, origin] |
	some [r, origin] in cloudfront.origins
	is_function(tf.step(origin, "domain_name"))
]

# A name as AWS gives it, or of the stack.
# https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html
is_function(name) if contains(tf.text(name), ".lambda-url.")

is_function(name) if {
	types := types_of(name)
	types & addresses != set()
	types - addresses == set()
}

addresses := {"aws_lambda_function_url", "data.aws_lambda_function_url"}

types_of(name) := {tf.type_of(ref) | some ref in tf.refs(name)} - parts

# What the name of an address may be put together with.
parts := {"data.aws_region", "data.aws_partition", "data.aws_caller_identity"}

# What leads to something of AWS that is no function address is none either; a parameter or a stack may hold anything.
may_be_function(name) if {
	tf.is_unknown(name)
	not tf.has_text(name)
	not leads_elsewhere(types_of(name))
}

leads_elsewhere(types) if {
	count(types) > 0
	types & (addresses | holders) == set()
	every type in types {
		regex.match(`^(data\.)?aws_`, type)
	}
}

holders := {"aws_ssm_parameter", "data.aws_ssm_parameter", "aws_cloudformation_stack", "data.aws_cloudformation_stack", "data.aws_cloudformation_export"}
