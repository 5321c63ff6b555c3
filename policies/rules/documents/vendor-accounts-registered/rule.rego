# METADATA
# title: "Roles let in the accounts of vendors in the register"
# description: >-
#   Whoever is let into a role from another account works on the backend as a vendor does. Each such account stands in the vendor register, at somebody who is
#   assessed and bound by a contract, or among one's own. Judged where a register stands in the input.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/dir/2022/2555/oj
#     description: "NIS2 Art. 21(2)(d)"
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html
#     description: "Access for accounts of third parties"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_role
#     description: "aws_iam_role"
# custom:
#   severity: medium
#   domain: documents
#   resource_types: ["aws_iam_role"]
#   obligations: [OBL-SUP-3]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     Each account a trust policy names is of an active or leaving vendor of a VendorRegister, or among own.awsAccounts.
#   fix:
#     document: >-
#       vendors: [{ ..., awsAccounts: ["111122223333"] }], own: { awsAccounts: ["444455556666"], ... }
#   since: "0.1.0"
package bulwark.rules.vendor_accounts_registered

import data.bulwark.lib.grants
import data.bulwark.lib.iam
import data.bulwark.lib.result
import data.bulwark.lib.tf
import data.bulwark.lib.vendors

findings contains result.with_detail(fact, account) if {
	vendors.is_given
	some {"r": r, "s": s, "principal": principal} in grants.trusted
	principal.kind == "AWS"
	account := iam.account_of(tf.text(principal.value))
	some fact in of_account(r, iam.path("assume_role_policy", s, "Principal"), principal.value, account)
}

# Whoever made the stack made or looked up what a reference leads to; what is filled in otherwise may name anyone.
findings contains result.unknown(r, iam.path("assume_role_policy", s, "Principal"), principal.value) if {
	vendors.is_given
	some {"r": r, "s": s, "principal": principal} in grants.trusted
	principal.kind == "AWS"
	tf.is_unknown(principal.value)
	not names_account(principal.value)
	not iam.leads_to_aws(principal.value)
}

findings contains fact if {
	vendors.is_given
	some fact in grants.unreadable_trust
}

# A stack checked by itself, without the dossier: its vendors are judged where they are listed.
findings contains result.not_applicable(r, "no-vendor-register-in-the-input") if {
	not vendors.is_given
	some r in tf.resources("aws_iam_role")
}

names_account(value) if is_string(iam.account_of(tf.text(value)))

of_account(_, _, _, account) := [] if vendors.own_accounts[account]

of_account(r, place, value, account) := of_vendors(r, place, value, vendors.with_account(account)) if not vendors.own_accounts[account]

of_vendors(_, _, _, found) := [] if {
	some vendor in found
	vendors.is_engaged(vendor)
}

# Without a word on which accounts are one's own this may be another of them.
of_vendors(r, place, value, []) := [result.fail(r, place, value, "not-in-the-vendor-register")] if {
	vendors.own_is_told
} else := [object.union(result.unknown(r, place, {"$unknown": "expression"}), {"reason": "account-elsewhere"})]

# Of vendors who are only looked at, or have left.
of_vendors(r, place, value, found) := [result.fail(r, place, value, "vendor-not-engaged")] if {
	count(found) > 0
	count([vendor | some vendor in found; vendors.is_engaged(vendor)]) == 0
}
