# METADATA
# title: "Distributions take TLS 1.2 or newer"
# description: >-
#   Absent means TLSv1, and so does the certificate of cloudfront.net: with it viewers may speak TLS 1.0 whatever
#   else is written.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html
#     description: "Protocols and ciphers"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-7
#     description: "CloudFront.7"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudfront_distribution
#     description: "aws_cloudfront_distribution"
# custom:
#   severity: high
#   domain: transport
#   resource_types: ["aws_cloudfront_distribution"]
#   obligations: [OBL-DATA-6]
#   equivalents:
#     checkov: ["CKV_AWS_174", "CKV2_AWS_42"]
#     trivy: ["AWS-0013"]
#     kics: ["00e5e55e-c2ff-46b3-a757-a7a1cd802456", "3a1e94df-6847-4c0e-a3b6-6c6af4e128ef", "5c0003fb-9aa0-42c1-9da3-eb0e332bef21"]
#     cdk_nag: ["AwsSolutions-CFR4"]
#     security_hub: ["CloudFront.7"]
#     regula: []
#   expected: >-
#     viewer_certificate names a certificate of your own and minimum_protocol_version TLSv1.2_2018 or newer.
#   fix:
#     terraform: >-
#       minimum_protocol_version = "TLSv1.2_2021" with acm_certificate_arn
#   since: "0.1.0"
package bulwark.rules.cloudfront_tls

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_cloudfront_distribution")
	not uses_default(r)
	some fact in judge.one_of(r, ["viewer_certificate", "minimum_protocol_version"], allowed, "TLSv1")
}

findings contains result.fail(r, "viewer_certificate.cloudfront_default_certificate", true, "old-tls") if {
	some r in tf.resources("aws_cloudfront_distribution")
	uses_default(r)
}

findings contains result.unknown(r, path, value) if {
	some r in tf.resources("aws_cloudfront_distribution")
	value := tf.dig(r.values, ["viewer_certificate", "cloudfront_default_certificate"])
	tf.is_unknown(value)
	path := "viewer_certificate.cloudfront_default_certificate"
}

# With the certificate of cloudfront.net the floor is TLSv1 whatever is written:
# https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ViewerCertificate.html
uses_default(r) if tf.is_true(tf.dig(r.values, ["viewer_certificate", "cloudfront_default_certificate"]))

allowed := {"TLSv1.2_2018", "TLSv1.2_2019", "TLSv1.2_2021", "TLSv1.2_2025", "TLSv1.3_2025"}
