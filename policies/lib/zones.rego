# METADATA
# title: Hosted zones
# description: Tells public zones from private ones, which only the networks joined to them can ask.
package bulwark.lib.zones

import data.bulwark.lib.result
import data.bulwark.lib.tf

# What the facts about a zone come to where they count for public zones only.
of_public(r, facts) := facts if {
	is_null(tf.step(r.values, "vpc"))
} else := [result.not_applicable(r, "private-zone")] if {
	not tf.is_unknown(tf.step(r.values, "vpc"))
} else := [result.unknown(r, "vpc", tf.step(r.values, "vpc")) | count(facts) > 0]
