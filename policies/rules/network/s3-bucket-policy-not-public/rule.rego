# METADATA
# title: "Bucket policies open nothing to everyone"
# description: >-
#   An Allow for Principal * without a condition on account, organisation, ARN or network publishes the data. So does
#   one whose condition holds nobody back: 0.0.0.0/0, an ARN of any account, an operator that ends in IfExists. What the
#   public should read belongs behind a distribution.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
#     description: "What S3 calls public"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket_policy
#     description: "aws_s3_bucket_policy"
# custom:
#   severity: critical
#   domain: network
#   resource_types: ["aws_s3_bucket", "aws_s3_bucket_policy"]
#   obligations: [OBL-DATA-7, OBL-SDLC-8]
#   equivalents:
#     checkov: ["CKV_AWS_70", "CKV_AWS_283"]
#     trivy: []
#     kics: ["7af43613-6bb9-4a0e-8c4d-1314b799425e", "ffdf4b37-7703-4dfe-a682-9d2e99bc6c09", "d24c0755-c028-44b1-b503-8e719c898832", "1df37f4b-7197-45ce-83f8-9994d2fcf885", "66c6f96f-2d9e-417e-a998-9058aeeecd44", "a4966c4f-9141-48b8-a564-ffe9959945bc"]
#     cdk_nag: []
#     security_hub: ["S3.2", "S3.3", "CloudTrail.6"]
#     regula: ["FG_R00210", "FG_R00211", "FG_R00277", "FG_R00279"]
#   expected: >-
#     No Allow statement has Principal *, or NotPrincipal, without a condition that names somebody.
#   fix:
#     terraform: >-
#       Name the principals, or add a condition such as aws:PrincipalOrgID, aws:SourceArn or aws:SourceVpce.
#     construct: >-
#       SecureBucket sets it.
#   since: "0.1.0"
package bulwark.rules.s3_bucket_policy_not_public

import data.bulwark.lib.resource_policy
import data.bulwark.lib.result
import data.bulwark.lib.s3
import data.bulwark.lib.tf

findings contains s3.from(fact, setting.source) if {
	some bucket in s3.buckets
	some setting in s3.policies(bucket)
	some fact in resource_policy.public_facts(bucket, "policy", object.get(setting.values, "policy", null))
}

# A policy of something that does not stand in this input is judged by itself.
findings contains fact if {
	some policy in tf.resources("aws_s3_bucket_policy")
	not owned[policy.address]
	some fact in resource_policy.public_facts(policy, "policy", object.get(policy.values, "policy", null))
}

findings contains result.not_applicable(policy, "judged-on-what-it-opens") if {
	some policy in tf.resources("aws_s3_bucket_policy")
	owned[policy.address]
}

owned := {policy.address | some r in tf.resources("aws_s3_bucket"); some policy in s3.companions(r, "aws_s3_bucket_policy")}
