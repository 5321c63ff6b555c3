# METADATA
# title: "Buckets refuse requests without TLS"
# description: >-
#   S3 still answers over plain HTTP. Only a Deny on aws:SecureTransport = false, on the bucket and on its objects,
#   makes encryption in transit a property of the bucket rather than a habit of its clients.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html
#     description: "Enforce encryption of data in transit"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket_policy
#     description: "aws_s3_bucket_policy"
# custom:
#   severity: high
#   domain: transport
#   resource_types: ["aws_s3_bucket", "aws_s3_bucket_policy"]
#   obligations: [OBL-DATA-6]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: ["4bc4dd4c-7d8d-405e-a0fb-57fa4c31b4d9"]
#     cdk_nag: ["AwsSolutions-S10"]
#     security_hub: ["S3.5"]
#     regula: ["FG_R00100"]
#   expected: >-
#     The bucket policy denies s3:* to everyone when aws:SecureTransport is false, on the bucket and its objects.
#   fix:
#     terraform: >-
#       Add to aws_s3_bucket_policy: Effect Deny, Principal *, Action s3:*, Resource the bucket ARN and the ARN with
#       /*, Condition Bool aws:SecureTransport = "false".
#     construct: >-
#       SecureBucket sets it.
#   since: "0.1.0"
package bulwark.rules.s3_bucket_tls_only

import data.bulwark.lib.plaintext
import data.bulwark.lib.result
import data.bulwark.lib.s3

findings contains s3.missing(bucket, policy_type, "policy") if {
	some bucket in s3.buckets
	count(s3.policies(bucket)) == 0
}

findings contains s3.from(result.unknown(r, "policy", setting.values.policy), setting.source) if {
	some r in s3.holders(policy_type)
	not denied(r)
	some setting in s3.unreadable_policies(r)
}

findings contains result.fail(r, "policy", null, "plaintext-allowed") if {
	some r in s3.holders(policy_type)
	count(s3.policies(r)) > 0
	count(s3.unreadable_policies(r)) == 0
	not denied(r)
	count(hidden(r)) == 0
}

findings contains s3.from(result.unknown(r, "policy", first[0]), first[1]) if {
	some r in s3.holders(policy_type)
	count(s3.unreadable_policies(r)) == 0
	not denied(r)
	first := hidden(r)[0]
}

findings contains fact if some fact in s3.set_aside(policy_type)

policy_type := "aws_s3_bucket_policy"

hidden(r) := [[value, setting.source] |
	some setting in s3.policies(r)
	some value in plaintext.hidden_denials(object.get(setting.values, "policy", null), "s3")
]

denied(r) if {
	some document in s3.readable_policies(r)
	plaintext.denies_plaintext(document, "s3")
}
