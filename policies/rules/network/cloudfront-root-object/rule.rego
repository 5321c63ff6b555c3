# METADATA
# title: "Distributions have a root object"
# description: >-
#   Without one a request for / may list what lies in the origin.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html
#     description: "The default root object"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-1
#     description: "CloudFront.1"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudfront_distribution
#     description: "aws_cloudfront_distribution"
# custom:
#   severity: low
#   domain: network
#   resource_types: ["aws_cloudfront_distribution"]
#   obligations: [OBL-IAM-10]
#   equivalents:
#     checkov: ["CKV_AWS_305"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["CloudFront.1"]
#     regula: []
#   expected: >-
#     default_root_object is written.
#   fix:
#     terraform: >-
#       default_root_object = "index.html"
#   since: "0.1.0"
package bulwark.rules.cloudfront_root_object

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_cloudfront_distribution")
	some fact in judge.known_written(r, ["default_root_object"])
}
