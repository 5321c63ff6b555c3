# METADATA
# title: "No access list opens a bucket or an object"
# description: >-
#   The canned lists public-read and public-read-write let everyone on the internet in, authenticated-read
#   everyone who has any AWS account; so do grants to the groups AllUsers and AuthenticatedUsers. Judged wherever
#   the list stands, also when a public access block makes S3 refuse or ignore it: the two contradict each other.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl
#     description: "Canned ACLs"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket_acl
#     description: "aws_s3_bucket_acl"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_object
#     description: "aws_s3_object"
# custom:
#   severity: critical
#   domain: network
#   resource_types: ["aws_s3_bucket", "aws_s3_bucket_acl", "aws_s3_object", "aws_s3_bucket_object", "aws_s3_object_copy"]
#   obligations: [OBL-DATA-1, OBL-IAM-8]
#   equivalents:
#     checkov: ["CKV_AWS_20", "CKV_AWS_57", "CKV_AWS_375", "CKV_AWS_379", "CKV2_AWS_43"]
#     trivy: ["AWS-0092"]
#     kics: ["38c5ee0d-7f22-4260-ab72-5073048df100", "57b9893d-33b1-4419-bcea-a717ea87e139", "bf878b1a-7418-4de3-b13c-3a86cf894920"]
#     cdk_nag: []
#     security_hub: ["CloudTrail.6"]
#     regula: ["FG_R00028", "FG_R00277", "FG_R00279"]
#   expected: >-
#     No ACL is public-read, public-read-write or authenticated-read, and no grant goes to a global group.
#   fix:
#     terraform: >-
#       acl = "private", or no ACL at all
#     construct: >-
#       SecureBucket turns access lists off.
#   since: "0.1.0"
package bulwark.rules.s3_bucket_acl_not_public

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(result.fail(r, "acl", acl, "public"), "acl") if {
	some r in holders
	acl := object.get(r.values, "acl", null)
	is_string(acl)
	acl in {"public-read", "public-read-write", "authenticated-read"}
}

findings contains result.unknown(r, "acl", r.values.acl) if {
	some r in holders
	tf.is_unknown(r.values.acl)
}

findings contains result.with_detail(result.fail(r, g.path, uri, "public"), g.path) if {
	some r in holders
	some g in grants(r)
	uri := tf.step(g.grantee, "uri")
	is_string(uri)
	regex.match(`/groups/global/(AllUsers|AuthenticatedUsers)$`, uri)
}

findings contains result.unknown(r, g.path, value) if {
	some r in holders
	some g in grants(r)
	some value in [g.grantee, tf.step(g.grantee, "uri")]
	tf.is_unknown(value)
}

types := ["aws_s3_bucket", "aws_s3_bucket_acl", "aws_s3_object", "aws_s3_bucket_object", "aws_s3_object_copy"]

holders := [r | some type in types; some r in tf.resources(type)]

# Grants stand in the bucket or the copy itself, or in the access_control_policy of an ACL.
grants(r) := array.concat(
	[{"path": "grant", "grantee": grant} | some grant in tf.list(object.get(r.values, "grant", null))],
	[{"path": "access_control_policy.grant", "grantee": tf.step(grant, "grantee")} |
		some grant in tf.list(tf.dig(r.values, ["access_control_policy", "grant"]))
	],
)
