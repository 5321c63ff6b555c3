# METADATA
# title: "Queue policies open nothing to everyone"
# description: >-
#   An Allow for Principal * without a condition lets any AWS account send to the queue or read from it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html
#     description: "Make sure queues are not public"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/sqs_queue_policy
#     description: "aws_sqs_queue_policy"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["aws_sqs_queue", "aws_sqs_queue_policy"]
#   obligations: [OBL-IAM-8, OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_168", "CKV_AWS_387"]
#     trivy: ["AWS-0097"]
#     kics: ["abb06e5f-ef9a-4a99-98c6-376d396bfcdf", "730675f9-52ed-49b6-8ead-0acb5dd7df7f"]
#     cdk_nag: []
#     security_hub: ["SQS.3"]
#     regula: ["FG_R00049"]
#   expected: >-
#     No Allow statement has Principal *, or NotPrincipal, without a condition that names somebody.
#   fix:
#     terraform: >-
#       Name the principal, or add a condition on aws:SourceArn, aws:SourceAccount or aws:PrincipalOrgID.
#   since: "0.1.0"
package bulwark.rules.sqs_queue_policy_not_public

import data.bulwark.lib.links
import data.bulwark.lib.resource_policy
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some {"r": r, "documents": documents} in links.queues
	some document in documents
	some fact in resource_policy.public_facts(r, "policy", document)
}

findings contains fact if {
	some policy in tf.resources("aws_sqs_queue_policy")
	not owned[policy.address]
	some fact in resource_policy.public_facts(policy, "policy", object.get(policy.values, "policy", null))
}

findings contains result.not_applicable(policy, "judged-on-what-it-opens") if {
	some policy in tf.resources("aws_sqs_queue_policy")
	owned[policy.address]
}

owned := {policy.address | some r in tf.resources("aws_sqs_queue"); some policy in links.to(r, "aws_sqs_queue_policy")}
