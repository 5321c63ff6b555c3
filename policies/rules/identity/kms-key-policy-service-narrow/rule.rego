# METADATA
# title: "Services get only the use of a key they need"
# description: >-
#   A service principal in a key policy with kms:* may schedule the key's deletion and rewrite its policy; one
#   without a condition on source account, source ARN or encryption context may be used by another customer of that
#   service as a confused deputy.
# related_resources:
#   - ref: https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-services.html
#     description: "Permissions for AWS services in key policies"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/kms_key
#     description: "aws_kms_key"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/kms_replica_key
#     description: "aws_kms_replica_key"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/kms_external_key
#     description: "aws_kms_external_key"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/kms_key_policy
#     description: "aws_kms_key_policy"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["aws_kms_key", "aws_kms_replica_key", "aws_kms_external_key", "aws_kms_replica_external_key", "aws_kms_key_policy"]
#   obligations: [OBL-DATA-7, OBL-IAM-8]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     Service principals have named actions and a condition on account, ARN, calling service or encryption context.
#   fix:
#     terraform: >-
#       Action = ["kms:Decrypt", "kms:GenerateDataKey*"] with Condition = { StringEquals = { "aws:SourceAccount" =
#       ACCOUNT } }.
#     construct: >-
#       DataKey.grantService binds the service to this account.
#   since: "0.1.0"
package bulwark.rules.kms_key_policy_service_narrow

import data.bulwark.lib.bounds
import data.bulwark.lib.iam
import data.bulwark.lib.iam_actions as actions
import data.bulwark.lib.kms
import data.bulwark.lib.result
import data.bulwark.lib.scope
import data.bulwark.lib.tf

findings contains result.with_detail(result.fail(r, path, action, "wildcard-action"), concat(" ", [principal.value, action])) if {
	some [r, s, principal] in services
	some action in iam.actions(s.body)
	actions.is_whole(action)
	path := iam.path("policy", s, "Action")
}

findings contains result.with_detail(result.fail(r, path, principal.value, "no-source-condition"), principal.value) if {
	some [r, s, principal] in services
	not is_bound(s.body)
	path := iam.path("policy", s, "Condition")
}

findings contains fact if {
	some type in kms.with_policy
	some r in tf.resources(type)
	some fact in iam.unreadable_facts(r, "policy", object.get(r.values, "policy", null))
}

findings contains result.with_detail(result.unknown(r, path, value), concat(" ", [principal.value, path])) if {
	some [r, s, principal] in services
	some [element, value] in hidden(s.body)
	path := iam.path("policy", s, element)
}

hidden(statement) := array.concat(
	[["Action", action] | some action in iam.hidden_actions(statement)],
	[["Condition", value] | some value in iam.hidden_conditions(statement)],
)

# An array, since a set would hash each key with its policy.
services := [[r, s, principal] |
	some type in kms.with_policy
	some r in tf.resources(type)
	some s in iam.allows(r.values.policy)
	some principal in iam.principals(s.body)
	principal.kind == "Service"
]

is_bound(statement) if {
	some condition in iam.conditions(statement)
	bounds.narrowing_keys[condition.key]
	bounds.names_source(condition)
}

is_bound(statement) if count(iam.hidden_conditions(statement)) > 0

is_bound(statement) if {
	some condition in iam.conditions(statement)
	some prefix in ["kms:encryptioncontext:", "kms:viaservice"]
	startswith(condition.key, prefix)
	bounds.is_asked_where_sent(condition)
	every value in condition.values {
		not fits_any(value)
	}
}

fits_any(value) if scope.is_any(tf.text(value))
