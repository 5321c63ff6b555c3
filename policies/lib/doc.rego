# METADATA
# title: Documents
# description: >-
#   Reads the documents of a dossier. A rule over documents names the item it speaks about in the fact's detail, so that two findings of one
#   document stay two. What another document or the stack would have to say, and is not in the input, makes a fact unknown.
package bulwark.lib.doc

import data.bulwark.lib.result
import data.bulwark.lib.tf

of_kind(kind) := tf.resources(concat("", ["Document/", kind]))

is_given(kind) if count(of_kind(kind)) > 0

# Whether the input holds a stack beside the documents.
has_stack if {
	some type, found in object.get(input, "resources", {})
	not startswith(type, "Document/")
	count(found) > 0
}

# Items of a list with the place where each stands: {"at": "models[0]", "is": {...}}.
each(prefix, name, list) := [{"at": concat("", [prefix, name, "[", format_int(index, 10), "]"]), "is": item} |
	some index, item in list
]

# Items of a list at the top of a document.
items(r, name) := each("", name, object.get(r.values, name, []))

# Items of a list inside an item.
inner(item, name) := each(concat("", [item.at, "."]), name, object.get(item.is, name, []))

path(item, field) := concat(".", [item.at, field])

# With null there is no value to show: what is wrong is that something is missing.
fail(r, path_, value, reason, detail) := result.with_detail(result.fail(r, path_, value, reason), detail) if not is_null(value)

fail(r, path_, null, reason, detail) := {
	"address": r.address,
	"verdict": "fail",
	"path": path_,
	"reason": reason,
	"detail": detail,
}

unknown(r, path_, reason, detail) := {
	"address": r.address,
	"verdict": "unknown",
	"path": path_,
	"reason": reason,
	"detail": detail,
}

# Models of every product in the input, by product and model id.
models contains {"product": product.values.name, "model": model} if {
	some product in of_kind("Product")
	some model in object.get(product.values, "models", [])
}

model(product, id) := found if {
	some entry in models
	entry.product == product
	entry.model.id == id
	found := entry.model
}

is_union(market) if market == "EU"

is_union(market) if market in data.baseline.documents.applicability.unionMembers

# Something is sold in the United Kingdom.
sold_in_uk if {
	some entry in models
	"UK" in entry.model.markets
}

# A version as numbers, so that 2.10.0 comes after 2.9.0.
version(text) := [to_number(part) | some part in split(text, ".")]

# The same address, or one that fits a pattern in which * stands for any run of characters. With several * the parts between them must all
# occur, in whatever order: no two addresses of a stack differ in that alone.
fits(pattern, address) if pattern == address

fits(pattern, address) if {
	parts := split(pattern, "*")
	count(parts) > 1
	first := parts[0]
	last := parts[count(parts) - 1]
	startswith(address, first)
	endswith(address, last)
	middle := substring(address, count(first), (count(address) - count(first)) - count(last))
	every part in array.slice(parts, 1, count(parts) - 1) {
		contains(middle, part)
	}
}

severities := ["critical", "high", "medium", "low"]
