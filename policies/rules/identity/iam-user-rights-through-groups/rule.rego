# METADATA
# title: "Users get their rights through groups"
# description: >-
#   Rights given to single users are forgotten when they change their job; reviews look at groups.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html
#     description: "Managed and inline policies"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-2
#     description: "IAM.2"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_user
#     description: "aws_iam_user"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_user_policy
#     description: "aws_iam_user_policy"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_user_policy_attachments_exclusive
#     description: "aws_iam_user_policy_attachments_exclusive"
# custom:
#   severity: low
#   domain: identity
#   resource_types: ["aws_iam_user", "aws_iam_user_policy", "aws_iam_user_policy_attachment", "aws_iam_policy_attachment", "aws_iam_user_policy_attachments_exclusive"]
#   obligations: [OBL-IAM-6, OBL-IAM-8]
#   equivalents:
#     checkov: ["CKV_AWS_40"]
#     trivy: ["AWS-0143"]
#     kics: ["b4378389-a9aa-44ee-91e7-ef183f11079e"]
#     cdk_nag: []
#     security_hub: ["IAM.2"]
#   expected: >-
#     No policy is attached to the user itself.
#   fix:
#     terraform: >-
#       aws_iam_user_group_membership and aws_iam_group_policy_attachment
#   since: "0.1.0"
package bulwark.rules.iam_user_rights_through_groups

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_related(result.fail(r, "policy", null, "attached-to-a-user"), sort([p.address | some p in found])) if {
	some r in tf.resources("aws_iam_user")
	found := {p | some [p, name] in grants; tf.points_to(name, r)}
	count(found) > 0
}

findings contains result.unknown(r, "policy", name) if {
	some r in tf.resources("aws_iam_user")
	some [p, name] in grants
	may_be_nobody(p)
	not tf.refers_to_type(name, "aws_iam_user")
}

# A user that is made elsewhere has them from here.
findings contains result.fail(p, "policy", null, "attached-to-a-user") if {
	some [p, name] in grants
	not is_here(name)
	not may_be_nobody(p)
}

findings contains result.unknown(p, "users", p.values.users) if {
	some [p, name] in grants
	not is_here(name)
	may_be_nobody(p)
}

findings contains result.not_applicable(p, "judged-on-its-user") if {
	some [p, _] in grants
	not to_strangers[p.address]
}

to_strangers := {p.address | some [p, name] in grants; not is_here(name)}

is_here(name) if {
	some r in tf.resources("aws_iam_user")
	tf.points_to(name, r)
}

is_here(name) if tf.refers_to_type(name, "aws_iam_user")

may_be_nobody(p) if tf.is_unknown(p.values.users)

# Policies given to users themselves.
grants contains [p, name] if {
	some type in ["aws_iam_user_policy", "aws_iam_user_policy_attachment"]
	some p in tf.resources(type)
	name := object.get(p.values, "user", null)
}

grants contains [p, name] if {
	some p in tf.resources("aws_iam_policy_attachment")
	some name in tf.list(object.get(p.values, "users", null))
}

# The whole list of what is attached to a user; an empty one takes away what else attached.
grants contains [p, name] if {
	some p in tf.resources("aws_iam_user_policy_attachments_exclusive")
	is_array(p.values.policy_arns)
	count(p.values.policy_arns) > 0
	name := object.get(p.values, "user_name", null)
}

findings contains result.unknown(p, "policy_arns", p.values.policy_arns) if {
	some p in tf.resources("aws_iam_user_policy_attachments_exclusive")
	tf.is_unknown(p.values.policy_arns)
}
