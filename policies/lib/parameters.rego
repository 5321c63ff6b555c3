# METADATA
# title: Parameters
# description: Reads blocks of a name and a value, as parameter groups and the settings of a cluster have them.
package bulwark.lib.parameters

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
