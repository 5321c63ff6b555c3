# METADATA
# title: "No other account changes who comes into a bucket"
# description: >-
#   Whoever may write the policy, the access lists or the encryption of a bucket may let in anybody and lock out its
#   owner; that stays with the account it is in. Other accounts are known where the input says which one is its own:
#   allowed_account_ids of each provider, aws_caller_identity where there is one provider, or a vendor register beside the
#   stack that lists its own. Without that a written account is unknown. What the stack makes or looks up itself counts as its own. s3:PutObjectAcl, which the control
#   forbids as well, is left out: deliveries from another account need it, and it changes nothing where access lists are
#   off, as they are on a new bucket.
# related_resources:
#   - ref: https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-blacklisted-actions-prohibited.html
#     description: "What AWS Config asks"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-6
#     description: "S3.6"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket_policy
#     description: "aws_s3_bucket_policy"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs#allowed_account_ids
#     description: "allowed_account_ids"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["aws_s3_bucket", "aws_s3_bucket_policy"]
#   obligations: [OBL-IAM-8, OBL-DATA-7]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["S3.6"]
#     regula: []
#   expected: >-
#     No Allow gives another account s3:DeleteBucketPolicy, PutBucketAcl, PutBucketPolicy or PutEncryptionConfiguration.
#   fix:
#     terraform: >-
#       List what the other account needs, such as s3:GetObject, and write allowed_account_ids in the provider, or own.awsAccounts in the vendor register.
#   since: "0.1.0"
package bulwark.rules.s3_bucket_policy_foreign_narrow

import data.bulwark.lib.bounds
import data.bulwark.lib.iam
import data.bulwark.lib.iam_actions
import data.bulwark.lib.resource_policy
import data.bulwark.lib.result
import data.bulwark.lib.s3
import data.bulwark.lib.tf
import data.bulwark.lib.vendors

findings contains s3.from(result.with_detail(fact, fact.path), policy.source) if {
	some r in s3.holders(policy_type)
	some policy in s3.policies(r)
	some s in iam.allows(object.get(policy.values, "policy", null))
	some fact in judged(r, s, array.concat(named(r, s), openings(r, s)))
}

findings contains s3.from(fact, policy.source) if {
	some r in s3.holders(policy_type)
	some policy in s3.policies(r)
	some fact in iam.unreadable_facts(r, "policy", object.get(policy.values, "policy", null))
}

findings contains fact if some fact in s3.set_aside(policy_type)

policy_type := "aws_s3_bucket_policy"

# Facts about whom a statement lets in count where it may change what is kept for the owner.
judged(r, s, facts) := facts if {
	is_given(s.body)
} else := [result.unknown(r, iam.path("policy", s, "Action"), action) |
	count(facts) > 0
	some action in iam.hidden_actions(s.body)
]

kept := {"s3:deletebucketpolicy", "s3:putbucketacl", "s3:putbucketpolicy", "s3:putencryptionconfiguration"}

is_given(statement) if {
	some action in iam.actions(statement)
	covers(action, kept)
}

# All but what is named is given.
is_given(statement) if {
	statement.NotAction
	left_out := {name | some name in kept; some action in tf.list(statement.NotAction); covers(action, {name})}
	count(kept - left_out) > 0
}

covers(action, names) if iam_actions.means(lower(action), names)

named(r, s) := [fact |
	some principal in iam.principals(s.body)
	principal.kind in {"AWS", "CanonicalUser"}
	principal.value != "*"
	some fact in of_principal(r, iam.path("policy", s, "Principal"), principal.value)
]

of_principal(r, place, value) := of_account(r, place, value, iam.account_of(tf.text(value))) if {
	is_string(iam.account_of(tf.text(value)))
} else := [] if {
	is_ours(value)
} else := [] if {
	belongs_to_aws(value)
} else := [result.unknown(r, place, value)] if {
	tf.is_unknown(value)
} else := [not_told(r, place)]

of_account(r, place, value, account) := [] if {
	account in own_accounts
} else := [result.fail(r, place, value, "foreign-account")] if {
	all_known
} else := [not_told(r, place)]

not_told(r, place) := object.union(result.unknown(r, place, {"$unknown": "expression"}), {"reason": "account-elsewhere"})

# Whoever made the stack made or looked up what it refers to; who is in the organisation, and the accounts of AWS itself, are others.
is_ours(value) if {
	iam.leads_to_aws(value)
	count([ref | some ref in tf.refs(value); some part in ["aws_organizations_", "_service_account"]; contains(tf.type_of(ref), part)]) == 0
}

# An identity of CloudFront may not manage buckets.
belongs_to_aws(value) if split(tf.text(value), ":")[4] == "cloudfront"

# Everyone is other accounts too. Where a condition narrows that, it may be to one's own.
openings(r, s) := [fact |
	some [element, value] in iam.openings(s.body)
	some fact in of_everyone(r, iam.path("policy", s, element), value, s.body)
]

of_everyone(r, place, value, statement) := [result.fail(r, place, value, "foreign-account")] if {
	resource_policy.is_open(statement)
} else := [] if {
	is_held_to_own(statement)
} else := [not_told(r, place)]

is_held_to_own(statement) if {
	some condition in iam.conditions(statement)
	condition.key in {"aws:principalaccount", "aws:principalarn"}
	bounds.names_somebody(statement, condition)
	every value in condition.values {
		is_own(value)
	}
}

is_own(value) if is_ours(value)

is_own(value) if iam.account_of(tf.text(value)) in own_accounts

# The accounts this input is for, as far as it says.
own_accounts := (allowed | called) | vendors.own_accounts

allowed := {id |
	some provider in providers
	some id in ids(provider)
}

called := {id |
	some r in object.get(input.resources, "aws_caller_identity", [])
	id := r.values.account_id
	is_string(id)
}

providers := tf.resources("Provider/aws")

ids(provider) := tf.list(object.get(provider.values, "allowed_account_ids", null))

# Each provider may be for another account.
all_known if {
	count(providers) > 0
	every provider in providers {
		count(ids(provider)) > 0
		count([id | some id in ids(provider); tf.is_unknown(id)]) == 0
	}
}

all_known if {
	count(called) > 0
	count(providers) < 2
}

all_known if vendors.own_is_told
