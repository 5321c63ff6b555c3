# METADATA
# title: "Topic policies open nothing to everyone"
# description: >-
#   An Allow for Principal * without a condition lets any AWS account publish alarms, or subscribe to them.
# related_resources:
#   - ref: https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html
#     description: "Make sure topics are not public"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/sns_topic_policy
#     description: "aws_sns_topic_policy"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["aws_sns_topic", "aws_sns_topic_policy"]
#   obligations: [OBL-IAM-8, OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_169"]
#     trivy: []
#     kics: ["b26d2b7e-60f6-413d-a3a1-a57db24aa2b3"]
#     cdk_nag: []
#     security_hub: ["SNS.4"]
#     regula: []
#   expected: >-
#     No Allow statement has Principal *, or NotPrincipal, without a condition that names somebody.
#   fix:
#     terraform: >-
#       Name the principal, or add a condition on aws:SourceArn, aws:SourceAccount or aws:PrincipalOrgID.
#   since: "0.1.0"
package bulwark.rules.sns_topic_policy_not_public

import data.bulwark.lib.links
import data.bulwark.lib.resource_policy
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_sns_topic")
	some document in policies(r)
	some fact in resource_policy.public_facts(r, "policy", document)
}

policies(r) := array.concat([document | document := r.values.policy; not is_null(document)], [document |
	some companion in links.to(r, "aws_sns_topic_policy")
	document := object.get(companion.values, "policy", null)
])

# A policy of something that does not stand in this input is judged by itself.
findings contains fact if {
	some policy in tf.resources("aws_sns_topic_policy")
	not owned[policy.address]
	some fact in resource_policy.public_facts(policy, "policy", object.get(policy.values, "policy", null))
}

findings contains result.not_applicable(policy, "judged-on-what-it-opens") if {
	some policy in tf.resources("aws_sns_topic_policy")
	owned[policy.address]
}

owned := {policy.address | some r in tf.resources("aws_sns_topic"); some policy in links.to(r, "aws_sns_topic_policy")}
