# METADATA
# title: Sessions
# description: Reads what documents of Session Manager say about the sessions that they open.
package bulwark.lib.sessions

import data.bulwark.lib.result
import data.bulwark.lib.tf

# Session documents that can be read: [{r, inputs}].
readable := [{"r": r, "inputs": inputs} |
	some r in documents
	type(r) == "Session"
	inputs := inputs_of(r)
]

documents := tf.resources("aws_ssm_document")

type(r) := tf.step(r.values, "document_type")

# The inputs may be left out, or be null. YAML is not read.
inputs_of(r) := {name: value | some name, value in tf.step(json.unmarshal(r.values.content), "inputs")} if json.is_valid(r.values.content)

# Facts about the documents that no rule can read, or that are of another type.
others := [fact |
	some r in documents
	some fact in other(r, type(r))
]

other(r, written) := [result.unknown(r, "document_type", written)] if {
	tf.is_unknown(written)
} else := [result.not_applicable(r, "no-session-document")] if {
	written != "Session"
} else := [result.unknown(r, "content", object.get(r.values, "content", null))] if {
	not inputs_of(r)
} else := []
