# METADATA
# title: "Access lists are off"
# description: >-
#   With BucketOwnerEnforced, which is what new buckets get, ACLs do not count and policies alone decide. Any other
#   setting brings back a second, harder to review way of granting access. A bucket whose ownership nobody writes is
#   judged by that default; one with an ACL, in a resource of its own or inside, is not.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
#     description: "Object Ownership"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket_ownership_controls
#     description: "aws_s3_bucket_ownership_controls"
# custom:
#   severity: medium
#   domain: identity
#   resource_types: ["aws_s3_bucket", "aws_s3_bucket_ownership_controls"]
#   obligations: [OBL-IAM-8]
#   equivalents:
#     checkov: ["CKV2_AWS_65"]
#     trivy: []
#     kics: ["64a222aa-7793-4e40-915f-4b302c76e4d4"]
#     cdk_nag: []
#     security_hub: ["S3.12"]
#     regula: []
#   expected: >-
#     object_ownership is BucketOwnerEnforced, and no ACL is set.
#   fix:
#     terraform: >-
#       Add aws_s3_bucket_ownership_controls with rule { object_ownership = "BucketOwnerEnforced" } and remove the
#       ACL.
#     construct: >-
#       SecureBucket sets it.
#   since: "0.1.0"
package bulwark.rules.s3_bucket_acl_disabled

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.s3
import data.bulwark.lib.tf

findings contains s3.from(fact, controls) if {
	some r in s3.holders(controls_type)
	some controls in s3.companions(r, controls_type)
	value := tf.dig(controls.values, ["rule", "object_ownership"])
	some fact in judge.value_one_of(r, "rule.object_ownership", value, {"BucketOwnerEnforced"}, null)
}

findings contains fact if some fact in s3.set_aside(controls_type)

controls_type := "aws_s3_bucket_ownership_controls"

findings contains s3.from(result.fail(bucket, "acl", object.get(acl.values, "acl", null), "acl-in-use"), acl) if {
	some bucket in s3.buckets
	count(s3.companions(bucket, controls_type)) == 0
	some acl in s3.companions(bucket, "aws_s3_bucket_acl")
}

# Written in the bucket itself, as before version 4 of the provider.
findings contains result.fail(bucket, attribute, value, "acl-in-use") if {
	some bucket in s3.buckets
	count(s3.companions(bucket, controls_type)) == 0
	some attribute in ["acl", "grant"]
	value := tf.step(bucket.values, attribute)
	not value in {null, ""}
	not tf.is_unknown(value)
	not is_owners(attribute, value)
}

# The provider asks for private where nobody writes an ACL.
# https://github.com/hashicorp/terraform-provider-aws/blob/v5.100.0/internal/service/s3/bucket.go
is_owners("acl", "private")

# Where lists are off, S3 still tells of one entry, that of the owner: a plan of a bucket that is there already repeats it.
# https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-ownership-error-responses.html
is_owners("grant", [entry]) if {
	entry.type == "CanonicalUser"
	entry.permissions == ["FULL_CONTROL"]
}

findings contains result.unknown(bucket, attribute, value) if {
	some bucket in s3.buckets
	count(s3.companions(bucket, controls_type)) == 0
	some attribute in ["acl", "grant"]
	value := tf.step(bucket.values, attribute)
	tf.is_unknown(value)
}

# Controls, or a list, of a bucket that nobody can name may be this one's.
findings contains s3.from(result.unknown(bucket, path, stray.values.bucket), stray) if {
	some bucket in s3.buckets
	count(s3.companions(bucket, controls_type)) == 0
	some type, path in {controls_type: "rule.object_ownership", "aws_s3_bucket_acl": "acl"}
	some stray in s3.doubtful(bucket, type)
	not tf.dig(stray.values, ["rule", "object_ownership"]) == "BucketOwnerEnforced"
}
