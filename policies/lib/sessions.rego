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
	not is_bare(r)
	inputs := inputs_of(r)
]

documents := tf.resources("aws_ssm_document")

type(r) := tf.step(r.values, "document_type")

# The inputs may be left out, or be null. YAML is not read.
inputs_of(r) := {name: value | some name, value in tf.step(json.unmarshal(r.values.content), "inputs")} if json.is_valid(r.values.content)

# Only standard sessions must carry preferences: https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-schema.html
is_bare(r) if {
	json.is_valid(r.values.content)
	written := json.unmarshal(r.values.content)
	tf.step(written, "sessionType") in {"InteractiveCommands", "NonInteractiveCommands", "Port"}
	is_null(tf.step(written, "inputs"))
}

# Facts about the documents that no rule can read, or that are of another type.
others := [fact |
	some r in documents
	some fact in other(r, type(r))
]

other(r, written) := [result.unknown(r, "document_type", written)] if {
	tf.is_unknown(written)
} else := [result.not_applicable(r, "no-session-document")] if {
	written != "Session"
} else := [result.not_applicable(r, "no-standard-session")] if {
	is_bare(r)
} else := [result.unknown(r, "content", object.get(r.values, "content", null))] if {
	not inputs_of(r)
} else := []
