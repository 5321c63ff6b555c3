# METADATA
# title: Parameters
# description: Reads blocks of a name and a value, as parameter groups and the settings of a cluster have them.
package bulwark.lib.parameters

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

values(r, attribute, name) := [tf.step(block, "value") |
	some block in tf.list(object.get(r.values, attribute, null))
	tf.step(block, "name") == name
]

# Names that are not known: each may be the one that is asked for.
nameless(r, attribute) := [name |
	some block in tf.list(object.get(r.values, attribute, null))
	name := tf.step(block, "name")
	tf.is_unknown(name)
]

# Facts about a parameter that is off where nobody writes it, and where its value is one of those.
switched_on(r, attribute, name, off) := facts if {
	written := values(r, attribute, name)
	count(written) > 0
	path := concat(".", [attribute, name])
	facts := [fact | some value in written; some fact in of_value(r, path, off, value)]
} else := [result.unknown(r, concat(".", [attribute, name]), other) | some other in open] if {
	open := nameless(r, attribute)
	count(open) > 0
} else := [result.absent(r, concat(".", [attribute, name]))]

of_value(r, path, off, value) := [result.fail(r, path, value, "disabled")] if {
	value in off
} else := [result.unknown(r, path, value)] if {
	tf.is_unknown(value)
} else := []

# Facts about a cluster that needs a group of its own, since those of AWS cannot be changed.
own_group(r, attribute) := group_facts(r, attribute, tf.step(r.values, attribute))

group_facts(r, attribute, name) := [result.fail(r, attribute, name, "disabled")] if is_default(name)

group_facts(r, attribute, name) := judge.value_known_written(r, attribute, name) if not is_default(name)

is_default(name) if startswith(name, "default.")
