# METADATA
# title: "Access points block public access in all four ways"
# description: >-
#   An access point has a public access block of its own, fixed when it is made. Absent means blocked; a switch
#   that is off lets the point's policy or lists open the bucket to everyone, whatever the next access point says.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-bpa-settings.html
#     description: "Public access to access points"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_access_point
#     description: "aws_s3_access_point"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3control_multi_region_access_point
#     description: "aws_s3control_multi_region_access_point"
# custom:
#   severity: high
#   domain: network
#   resource_types: ["aws_s3_access_point", "aws_s3control_multi_region_access_point"]
#   obligations: [OBL-DATA-1, OBL-IAM-8]
#   equivalents:
#     checkov: ["CKV_AWS_392"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["S3.19", "S3.24"]
#     regula: []
#   expected: >-
#     No switch of public_access_block_configuration (details.public_access_block of a multi-region point) is false.
#   fix:
#     terraform: >-
#       Leave the block out, or set all four to true.
#   since: "0.1.0"
package bulwark.rules.s3_access_point_public_access_blocked

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(fact, switch) if {
	some type, block in blocks
	some r in tf.resources(type)
	some switch in ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"]
	some fact in judge.enabled(r, array.concat(block, [switch]), true)
}

# Where each type holds its switches.
blocks := {
	"aws_s3_access_point": ["public_access_block_configuration"],
	"aws_s3control_multi_region_access_point": ["details", "public_access_block"],
}
