# METADATA
# title: "Topics refuse publishing without TLS"
# description: >-
#   SNS takes requests over plain HTTP unless the topic's policy denies them.
# related_resources:
#   - ref: https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html
#     description: "Enforce encryption in transit"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/sns_topic_policy
#     description: "aws_sns_topic_policy"
# custom:
#   severity: medium
#   domain: transport
#   resource_types: ["aws_sns_topic"]
#   obligations: [OBL-DATA-6]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: ["AwsSolutions-SNS3"]
#     security_hub: []
#     regula: []
#   expected: >-
#     The policy denies requests with aws:SecureTransport = false to everyone.
#   fix:
#     terraform: >-
#       Add to aws_sns_topic_policy: Effect Deny, Principal *, the service's actions, Condition Bool
#       aws:SecureTransport = "false".
#     construct: >-
#       AlertTopic brings the policy.
#   since: "0.1.0"
package bulwark.rules.sns_topic_tls_only

import data.bulwark.lib.iam
import data.bulwark.lib.links
import data.bulwark.lib.plaintext
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_sns_topic")
	count(policies(r)) == 0
	some fact in links.required(r, "aws_sns_topic", "aws_sns_topic_policy", "policy")
}

findings contains result.unknown(r, "policy", unreadable(r)[0]) if {
	some r in tf.resources("aws_sns_topic")
	not denied(r)
	count(unreadable(r)) > 0
}

findings contains result.unknown(r, "policy", hidden(r)[0]) if {
	some r in tf.resources("aws_sns_topic")
	not denied(r)
	count(unreadable(r)) == 0
	count(hidden(r)) > 0
}

findings contains result.fail(r, "policy", null, "plaintext-allowed") if {
	some r in tf.resources("aws_sns_topic")
	count(policies(r)) > 0
	count(unreadable(r)) == 0
	count(hidden(r)) == 0
	not denied(r)
}

denied(r) if {
	some document in policies(r)
	plaintext.denies_plaintext(document, "sns")
}

policies(r) := array.concat([document | document := r.values.policy; not is_null(document)], [document |
	some companion in links.to(r, "aws_sns_topic_policy")
	document := object.get(companion.values, "policy", null)
])

unreadable(r) := [document | some document in policies(r); not iam.is_readable(document)]

hidden(r) := [value | some document in policies(r); some value in plaintext.hidden_denials(document, "sns")]
