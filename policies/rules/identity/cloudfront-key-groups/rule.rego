# METADATA
# title: "Signed addresses rest on key groups, not on keys of the root user"
# description: >-
#   The keys of trusted signers belong to the root user of an account: only root can make or take one back, in the
#   console. Key groups hold public keys that a role may change, so a stolen key is out in minutes. What nobody signs
#   is not meant.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-trusted-signers.html
#     description: "Key groups and signers"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-17
#     description: "CloudFront.17"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudfront_distribution
#     description: "aws_cloudfront_distribution"
# custom:
#   severity: medium
#   domain: identity
#   resource_types: ["aws_cloudfront_distribution"]
#   obligations: [OBL-IAM-4]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["CloudFront.17"]
#     regula: []
#   expected: >-
#     No cache behaviour names trusted_signers.
#   fix:
#     terraform: >-
#       trusted_key_groups = [aws_cloudfront_key_group.NAME.id] in place of trusted_signers
#   since: "0.1.0"
package bulwark.rules.cloudfront_key_groups

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(fact, place) if {
	some r in tf.resources("aws_cloudfront_distribution")
	some path in ["default_cache_behavior", "ordered_cache_behavior"]
	some behavior in tf.named_blocks(object.get(r.values, path, null), "path_pattern")
	place := concat("", [path, "[", behavior.name, "]"])
	some fact in of_signers(r, concat(".", [path, "trusted_signers"]), tf.list(tf.step(behavior.body, "trusted_signers")))
}

of_signers(r, path, signers) := [result.fail(r, path, signers, "keys-of-the-root-user")] if {
	some signer in signers
	tf.is_known(signer)
} else := [result.unknown(r, path, signer) |
	some signer in signers
	tf.is_unknown(signer)
]
