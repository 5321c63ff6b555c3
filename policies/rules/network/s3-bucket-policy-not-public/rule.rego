# METADATA
# title: "Bucket policies open nothing to everyone"
# description: >-
#   An Allow for Principal * without a condition on account, organisation, ARN or network publishes the data. What
#   the public should read belongs behind a distribution.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
#     description: "What S3 calls public"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket_policy
#     description: "aws_s3_bucket_policy"
# custom:
#   severity: critical
#   domain: network
#   resource_types: ["aws_s3_bucket"]
#   obligations: [OBL-DATA-7, OBL-SDLC-8]
#   equivalents:
#     checkov: ["CKV_AWS_70", "CKV_AWS_283"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["S3.2", "S3.3"]
#   expected: >-
#     No Allow statement has Principal * without a narrowing condition.
#   fix:
#     terraform: >-
#       Name the principals, or add a condition such as aws:PrincipalOrgID, aws:SourceArn or aws:SourceVpce.
#     construct: >-
#       SecureBucket sets it.
#   since: "0.1.0"
package bulwark.rules.s3_bucket_policy_not_public

import data.bulwark.lib.iam
import data.bulwark.lib.result
import data.bulwark.lib.s3

findings contains s3.from(result.with_detail(result.fail(bucket, path, principal.value, "public"), path), setting.source) if {
	some bucket in s3.buckets
	some setting in s3.policies(bucket)
	some s in iam.allows(setting.values.policy)
	some principal in iam.principals(s.body)
	iam.is_everyone(principal)
	not iam.is_narrowed(s.body)
	path := iam.path("policy", s, "Principal")
}

findings contains s3.from(result.unknown(bucket, "policy", setting.values.policy), setting.source) if {
	some bucket in s3.buckets
	some setting in s3.unreadable_policies(bucket)
}
