# METADATA
# title: Facts
# description: The only builders of what a rule returns. Facts carry codes; the sentences are written in TypeScript.
package bulwark.lib.result

fail(r, path, actual, reason) := {
	"address": r.address,
	"verdict": "fail",
	"path": path,
	"actual": actual,
	"reason": reason,
}

# Nobody wrote the attribute, and the default of AWS is not good enough.
absent(r, path) := {
	"address": r.address,
	"verdict": "fail",
	"path": path,
	"reason": "absent",
}

unknown(r, path, value) := {
	"address": r.address,
	"verdict": "unknown",
	"path": path,
	"reason": unknown_reason(value),
	"related": refs(value),
} if {
	is_object(value)
}

unknown(r, path, value) := {
	"address": r.address,
	"verdict": "unknown",
	"path": path,
	"reason": "opaque-document",
} if {
	not is_object(value)
}

# An attribute may have a key of that name itself.
refs(value) := object.get(value, "refs", []) if is_string(object.get(value, "$unknown", null))

# `not f(value.key)` is undefined, not true, where the key is absent: OPA looks the key up before it negates.
refs(value) := [] if not is_string(object.get(value, "$unknown", null))

not_applicable(r, reason) := {
	"address": r.address,
	"verdict": "not-applicable",
	"path": "",
	"reason": reason,
}

# Tells two findings of one rule on one resource apart.
with_detail(fact, detail) := object.union(fact, {"detail": detail})

# Of several settings that one rule judges each may be wrong: facts with one detail become one.
by_path(fact) := with_detail(fact, fact.path)

with_related(fact, addresses) := object.union(fact, {"related": addresses})

unknown_reason(value) := reasons[value["$unknown"]]

unknown_reason(value) := "opaque-document" if not value["$unknown"]

reasons := {
	"reference": "reference-unresolved",
	"expression": "expression-unresolved",
	"opaque-document": "opaque-document",
	"sensitive": "sensitive",
}
