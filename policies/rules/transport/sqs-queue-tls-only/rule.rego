# METADATA
# title: "Queues refuse requests without TLS"
# description: >-
#   SQS endpoints answer over plain HTTP too. A Deny on aws:SecureTransport = false closes that for the queue,
#   whatever its clients do.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html
#     description: "Enforce encryption in transit"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/sqs_queue_policy
#     description: "aws_sqs_queue_policy"
# custom:
#   severity: medium
#   domain: transport
#   resource_types: ["aws_sqs_queue"]
#   obligations: [OBL-DATA-6]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: ["AwsSolutions-SQS4"]
#     security_hub: []
#   expected: >-
#     The policy denies requests with aws:SecureTransport = false to everyone.
#   fix:
#     terraform: >-
#       Add to aws_sqs_queue_policy: Effect Deny, Principal *, the service's actions, Condition Bool
#       aws:SecureTransport = "false".
#     construct: >-
#       DeadLetterQueue brings the policy.
#   since: "0.1.0"
package bulwark.rules.sqs_queue_tls_only

import data.bulwark.lib.iam
import data.bulwark.lib.links
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_sqs_queue")
	count(policies(r)) == 0
	some fact in links.required(r, "aws_sqs_queue", "aws_sqs_queue_policy", "policy")
}

findings contains result.unknown(r, "policy", unreadable(r)[0]) if {
	some r in tf.resources("aws_sqs_queue")
	not denied(r)
	count(unreadable(r)) > 0
}

findings contains result.unknown(r, "policy", hidden(r)[0]) if {
	some r in tf.resources("aws_sqs_queue")
	not denied(r)
	count(unreadable(r)) == 0
	count(hidden(r)) > 0
}

findings contains result.fail(r, "policy", null, "plaintext-allowed") if {
	some r in tf.resources("aws_sqs_queue")
	count(policies(r)) > 0
	count(unreadable(r)) == 0
	count(hidden(r)) == 0
	not denied(r)
}

denied(r) if {
	some document in policies(r)
	iam.denies_plaintext(document, "sqs")
}

policies(r) := array.concat([document | document := r.values.policy; not is_null(document)], [document |
	some companion in links.to(r, "aws_sqs_queue_policy")
	document := object.get(companion.values, "policy", null)
])

unreadable(r) := [document | some document in policies(r); not iam.is_readable(document)]

hidden(r) := [value | some document in policies(r); some value in iam.hidden_denials(document, "sqs")]
