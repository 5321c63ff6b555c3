# METADATA
# title: "Event buses are not open to everyone"
# description: >-
#   A policy with Principal * and no narrowing condition lets any AWS account put events that your rules act on.
# related_resources:
#   - ref: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html
#     description: "Permissions of event buses"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudwatch_event_bus_policy
#     description: "aws_cloudwatch_event_bus_policy"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudwatch_event_permission
#     description: "aws_cloudwatch_event_permission"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["aws_cloudwatch_event_bus_policy", "aws_cloudwatch_event_permission"]
#   obligations: [OBL-IAM-10, OBL-IAM-8]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: ["AwsSolutions-EVB1"]
#     security_hub: []
#     regula: []
#   expected: >-
#     No Allow statement has Principal *, or NotPrincipal, without a condition that names somebody; no permission is for
#     * without a condition.
#   fix:
#     terraform: >-
#       Name the accounts, or aws:PrincipalOrgID.
#   since: "0.1.0"
package bulwark.rules.event_bus_policy_not_public

import data.bulwark.lib.resource_policy
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_cloudwatch_event_bus_policy")
	some fact in resource_policy.public_facts(r, "policy", object.get(r.values, "policy", null))
}

# One of the first kind, for which a condition can say the organisation.
findings contains fact if {
	some r in tf.resources("aws_cloudwatch_event_permission")
	some fact in resource_policy.permission_facts(r, "condition")
}
