# METADATA
# title: "Buckets block public access in all four ways"
# description: >-
#   Each of the four switches closes another way to the public: new public ACLs, existing ones, new public policies,
#   existing ones. Buckets made since April 2023 start blocked, older ones do not, and a plan does not tell which; so
#   the block has to be written, as Checkov, Trivy and Security Hub ask too. An account-wide block in the same input
#   counts, and is judged itself.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
#     description: "Block Public Access"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket_public_access_block
#     description: "aws_s3_bucket_public_access_block"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_account_public_access_block
#     description: "aws_s3_account_public_access_block, whose switches are off unless written"
# custom:
#   severity: critical
#   domain: network
#   resource_types: ["aws_s3_bucket", "aws_s3_bucket_public_access_block", "aws_s3_account_public_access_block"]
#   obligations: [OBL-DATA-7, OBL-SDLC-8]
#   equivalents:
#     checkov: ["CKV2_AWS_6", "CKV_AWS_53", "CKV_AWS_54", "CKV_AWS_55", "CKV_AWS_56"]
#     trivy: ["AWS-0086", "AWS-0087", "AWS-0091", "AWS-0093", "AWS-0094", "AWS-0161"]
#     kics: ["1a4bc881-9f69-4d44-8c9a-d37d08f54c50", "d0cc8694-fcad-43ff-ac86-32331d7e867f", "4fa66806-0dd9-4f8d-9480-3174d39c7c91", "1ec253ab-c220-4d63-b2de-5b40e0af9293", "bd0088a5-c133-4b20-b129-ec9968b16ef3"]
#     cdk_nag: ["AwsSolutions-S2"]
#     security_hub: ["S3.1", "S3.8"]
#     regula: ["FG_R00229"]
#   expected: >-
#     block_public_acls, block_public_policy, ignore_public_acls and restrict_public_buckets are all true.
#   fix:
#     terraform: >-
#       Add aws_s3_bucket_public_access_block with all four switches true.
#     construct: >-
#       SecureBucket sets it.
#   since: "0.1.0"
package bulwark.rules.s3_bucket_public_access_blocked

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.s3
import data.bulwark.lib.tf

findings contains s3.missing(bucket, block_type, "public_access_block") if {
	some bucket in s3.buckets
	not account_blocks
	count(s3.companions(bucket, block_type)) == 0
}

findings contains s3.from(result.with_detail(fact, switch), block) if {
	not account_blocks
	some r in s3.holders(block_type)
	some block in s3.companions(r, block_type)
	some switch in switches
	some fact in judge.value_enabled(r, switch, tf.step(block.values, switch), false)
}

findings contains fact if some fact in s3.set_aside(block_type)

findings contains result.with_detail(fact, switch) if {
	some r in tf.resources("aws_s3_account_public_access_block")
	some switch in switches
	some fact in judge.enabled(r, [switch], false)
}

block_type := "aws_s3_bucket_public_access_block"

switches := ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"]

account_blocks if {
	some block in tf.resources("aws_s3_account_public_access_block")
	every switch in switches {
		tf.is_true(tf.step(block.values, switch))
	}
}
