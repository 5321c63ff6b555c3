# METADATA
# title: Inspector
# description: Reads what the enablers of Inspector scan.
package bulwark.lib.inspector

import data.bulwark.lib.tf

enablers := tf.resources("aws_inspector2_enabler")

listed(r) := tf.list(object.get(r.values, "resource_types", null))

# Each of several enablers may name one type: those of the same accounts and region cover together. One without accounts is of the account it stands in.
beside(r) := [other | some other in enablers; accounts(other) == accounts(r); tf.holds_for(other, r)]

accounts(r) := {account | some account in tf.list(object.get(r.values, "account_ids", null))}

# What those beside this one scan, itself among them.
together(r) := {named | some other in beside(r); some named in listed(other)}

# What of it is not known before apply.
hidden(r) := [value | some value in listed(r); tf.is_unknown(value)]

is_hidden_in_part(r) if {
	some other in beside(r)
	count(hidden(other)) > 0
}
