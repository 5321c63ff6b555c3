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
#     regula: []
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
import data.bulwark.lib.plaintext
import data.bulwark.lib.result

findings contains fact if {
	some queue in links.queues
	count(queue.documents) == 0
	some fact in links.required(queue.r, "aws_sqs_queue", "aws_sqs_queue_policy", "policy")
}

findings contains result.unknown(queue.r, "policy", unreadable(queue.documents)[0]) if {
	some queue in undenied
	count(unreadable(queue.documents)) > 0
}

findings contains result.unknown(queue.r, "policy", hidden(queue.documents)[0]) if {
	some queue in undenied
	count(unreadable(queue.documents)) == 0
	count(hidden(queue.documents)) > 0
}

findings contains result.fail(queue.r, "policy", null, "plaintext-allowed") if {
	some queue in undenied
	count(queue.documents) > 0
	count(unreadable(queue.documents)) == 0
	count(hidden(queue.documents)) == 0
}

# Those whose policies refuse nothing that can be told.
undenied := [queue | some queue in links.queues; not denied(queue.documents)]

denied(documents) if {
	some document in documents
	plaintext.denies_plaintext(document, "sqs")
}

unreadable(documents) := [document | some document in documents; not iam.is_readable(document)]

hidden(documents) := [value | some document in documents; some value in plaintext.hidden_denials(document, "sqs")]
