# METADATA
# title: "No bucket policy locks everybody out"
# description: >-
#   A Deny of every S3 action for everyone, without a condition, also denies changing the policy: only the root
#   user of the account gets back in. What is meant is a Deny with a condition (no TLS, another organisation), or
#   one that leaves out who administers.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshooting-by-symptom.html
#     description: "Access denied by a bucket policy"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket_policy
#     description: "aws_s3_bucket_policy"
# custom:
#   severity: medium
#   domain: resilience
#   resource_types: ["aws_s3_bucket", "aws_s3_bucket_policy"]
#   obligations: [OBL-DATA-1]
#   equivalents:
#     checkov: ["CKV_AWS_93"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     No Deny for everyone covers s3:* or s3:PutBucketPolicy without a condition.
#   fix:
#     terraform: >-
#       Condition = { Bool = { "aws:SecureTransport" = "false" } }, or NotPrincipal
#   since: "0.1.0"
package bulwark.rules.s3_bucket_policy_no_lockout

import data.bulwark.lib.iam
import data.bulwark.lib.plaintext
import data.bulwark.lib.result
import data.bulwark.lib.s3
import data.bulwark.lib.tf

findings contains s3.from(result.with_detail(result.fail(r, place, "Deny", "locks-everyone-out"), place), policy.source) if {
	some r in s3.holders(policy_type)
	some policy in s3.policies(r)
	some s in iam.denies(policy.values.policy)
	some principal in iam.principals(s.body)
	iam.is_everyone(principal)
	object.get(s.body, "Condition", {}) == {}
	some action in iam.actions(s.body)
	is_string(action)
	lower(action) in lockouts
	plaintext.reaches_bucket(s.body)
	place := iam.path("policy", s, "Action")
}

findings contains s3.from(result.unknown(r, "policy", object.get(policy.values, "policy", null)), policy.source) if {
	some r in s3.holders(policy_type)
	some policy in s3.unreadable_policies(r)
}

# A denial without a condition that may turn out to concern everyone, or the policy itself; or a statement that may be one.
findings contains s3.from(result.with_detail(result.unknown(r, "policy", value), "in-part"), policy.source) if {
	some r in s3.holders(policy_type)
	some policy in s3.policies(r)
	document := object.get(policy.values, "policy", null)
	some value in array.concat(iam.unreadable_statements(document), hidden(document))
}

findings contains fact if some fact in s3.set_aside(policy_type)

policy_type := "aws_s3_bucket_policy"

hidden(document) := [value |
	some s in iam.denies(document)
	object.get(s.body, "Condition", {}) == {}
	some principal in iam.principals(s.body)
	plaintext.may_be_everyone(principal)
	some action in iam.actions(s.body)
	may_lock_out(action)
	bucket := plaintext.hidden_bucket(s.body)
	may_reach(s.body, bucket)
	some value in array.concat([principal.value, action], bucket)
	tf.is_unknown(value)
]

may_reach(statement, _) if plaintext.reaches_bucket(statement)

may_reach(_, hidden_bucket) if count(hidden_bucket) > 0

may_lock_out(action) if lower(action) in lockouts

may_lock_out(action) if iam.may_be_wildcard(action)

lockouts := {"*", "s3:*", "s3:put*", "s3:putbucket*", "s3:putbucketpolicy"}
