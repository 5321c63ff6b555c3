# METADATA
# title: "A web firewall stands before distributions"
# description: >-
#   AWS WAF turns away floods, known bad requests and addresses of bad repute at the edge, before they cost
#   anything.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-awswaf.html
#     description: "WAF and CloudFront"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-6
#     description: "CloudFront.6"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudfront_distribution
#     description: "aws_cloudfront_distribution"
# custom:
#   severity: low
#   domain: network
#   resource_types: ["aws_cloudfront_distribution"]
#   obligations: [OBL-IAM-10, OBL-CONS-4]
#   equivalents:
#     checkov: ["CKV_AWS_68", "CKV2_AWS_47"]
#     trivy: ["AWS-0011"]
#     kics: ["1419b4c6-6d5c-4534-9cf6-6a5266085333"]
#     cdk_nag: ["AwsSolutions-CFR2"]
#     security_hub: ["CloudFront.6"]
#     regula: ["FG_R00073"]
#   expected: >-
#     web_acl_id names a web ACL.
#   fix:
#     terraform: >-
#       web_acl_id = aws_wafv2_web_acl.NAME.arn
#   since: "0.1.0"
package bulwark.rules.cloudfront_firewalled

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_cloudfront_distribution")
	some fact in judge.known_written(r, ["web_acl_id"])
}
