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
#     regula: ["FG_R00007"]
#   expected: >-
#     No policy is attached to the user itself.
#   fix:
#     terraform: >-
#       aws_iam_user_group_membership and aws_iam_group_policy_attachment
#   since: "0.1.0"
package bulwark.rules.iam_user_rights_through_groups

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_related(result.fail(r, "policy", null, "attached-to-a-user"), sort(given[r.address])) if some r in users

findings contains result.unknown(r, "policy", name) if {
	some [p, name] in grants
	may_be_nobody(p)
	not tf.refers_to_type(name, "aws_iam_user")
	some r in users
}

# A user that is made elsewhere has them from here.
findings contains result.fail(p, "policy", null, "attached-to-a-user") if {
	some p in to_strangers
	not may_be_nobody(p)
}

findings contains result.unknown(p, "users", p.values.users) if {
	some p in to_strangers
	may_be_nobody(p)
}

findings contains result.not_applicable(p, "judged-on-its-user") if {
	strangers := {p.address | some p in to_strangers}
	some [p, _] in grants
	not strangers[p.address]
}

users := tf.resources("aws_iam_user")

to_strangers := [p | some [p, name] in grants; not is_here(name)]

is_here(name) if {
	some target in tf.targets(name)
	called[target]
}

is_here(name) if tf.refers_to_type(name, "aws_iam_user")

may_be_nobody(p) if tf.is_unknown(p.values.users)

# Complete rules, since looking into a partial one evaluates it again for each key.
called := by_name

by_name[name] contains r.address if {
	some r in users
	some name in tf.identifiers(r)
}

given := by_user

by_user[address] contains p.address if {
	some [p, name] in grants
	some target in tf.targets(name)
	some address in called[target]
}

# Policies given to users themselves. Arrays, since a set would hash each resource.
grants := array.concat(array.concat(singly, together), by_list)

singly := [[p, object.get(p.values, "user", null)] |
	some type in ["aws_iam_user_policy", "aws_iam_user_policy_attachment"]
	some p in tf.resources(type)
]

together := [[p, name] |
	some p in tf.resources("aws_iam_policy_attachment")
	some name in tf.list(object.get(p.values, "users", null))
]

# The whole list of what is attached to a user; an empty one takes away what else attached.
by_list := [[p, object.get(p.values, "user_name", null)] |
	some p in tf.resources("aws_iam_user_policy_attachments_exclusive")
	is_array(p.values.policy_arns)
	count(p.values.policy_arns) > 0
]

findings contains result.unknown(p, "policy_arns", p.values.policy_arns) if {
	some p in tf.resources("aws_iam_user_policy_attachments_exclusive")
	tf.is_unknown(p.values.policy_arns)
}
