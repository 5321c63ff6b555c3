# METADATA
# title: Common judgements
# description: >-
#   Three-valued judgements that many rules share. Each returns an array of facts: empty when the resource passes.
package bulwark.lib.judge

import data.bulwark.lib.result
import data.bulwark.lib.tf

# The value, or what AWS does when it is absent, must be one of the allowed.
one_of(r, path, allowed, default_value) := facts if {
	value := tf.dig(r.values, path)
	facts := value_one_of(r, concat(".", path), value, allowed, default_value)
}

value_one_of(r, path, value, allowed, default_value) := [] if {
	value in allowed
	tf.is_known(value)
} else := [result.fail(r, path, value, "not-allowed")] if {
	tf.is_known(value)
} else := [] if {
	is_null(value)
	default_value in allowed
} else := [result.absent(r, path)] if {
	is_null(value)
} else := [result.unknown(r, path, value)]

# A switch must be on.
enabled(r, path, default_value) := value_enabled(r, concat(".", path), tf.dig(r.values, path), default_value)

value_enabled(r, path, value, default_value) := [] if {
	tf.is_true(value)
} else := [] if {
	is_null(value)
	default_value == true
} else := [result.absent(r, path)] if {
	is_null(value)
	default_value == false
} else := [result.unknown(r, path, value)] if {
	tf.is_unknown(value)
} else := [result.fail(r, path, value, "disabled")] if {
	tf.is_known(value)
}

# A number must reach a floor. Absent is judged by the default; null as default means that absent fails.
at_least(r, path, floor, default_value) := value_at_least(r, concat(".", path), tf.dig(r.values, path), floor, default_value)

value_at_least(r, path, value, _, _) := [result.unknown(r, path, value)] if tf.is_unknown(value)

value_at_least(r, path, null, _, null) := [result.absent(r, path)]

value_at_least(_, _, null, floor, default_value) := [] if {
	is_number(default_value)
	default_value >= floor
}

value_at_least(r, path, null, floor, default_value) := [result.absent(r, path)] if {
	is_number(default_value)
	default_value < floor
}

value_at_least(_, _, value, floor, _) := [] if {
	tf.is_known(value)
	to_number(value) >= floor
}

value_at_least(r, path, value, floor, _) := [result.fail(r, path, value, "below-baseline")] if {
	tf.is_known(value)
	to_number(value) < floor
}

# A number must not exceed a ceiling. Absent is judged by the default; null as default means that absent fails.
at_most(r, path, ceiling, default_value) := value_at_most(r, concat(".", path), tf.dig(r.values, path), ceiling, default_value)

value_at_most(r, path, value, _, _) := [result.unknown(r, path, value)] if tf.is_unknown(value)

value_at_most(r, path, null, _, null) := [result.absent(r, path)]

value_at_most(_, _, null, ceiling, default_value) := [] if {
	is_number(default_value)
	default_value <= ceiling
}

value_at_most(r, path, null, ceiling, default_value) := [result.absent(r, path)] if {
	is_number(default_value)
	default_value > ceiling
}

value_at_most(_, _, value, ceiling, _) := [] if {
	tf.is_known(value)
	to_number(value) <= ceiling
}

value_at_most(r, path, value, ceiling, _) := [result.fail(r, path, value, "above-baseline")] if {
	tf.is_known(value)
	to_number(value) > ceiling
}

# A list must hold all of this set.
value_holds(r, path, null, _, _) := [result.absent(r, path)]

value_holds(r, path, value, _, _) := [result.unknown(r, path, value)] if tf.is_unknown(value)

value_holds(r, path, value, wanted, reason) := list_holds(r, path, value, reason, wanted - {item | some item in value}) if is_array(value)

list_holds(_, _, _, _, missing) := [] if count(missing) == 0

list_holds(r, path, list, reason, missing) := [result.unknown(r, path, item) | some item in hidden] if {
	count(missing) > 0
	hidden := [item | some item in list; tf.is_unknown(item)]
	count(hidden) > 0
} else := [result.fail(r, path, list, reason)] if {
	count(missing) > 0
}

# Something must be written, whatever it is: a value known only after apply will do, since what it is does not decide.
written(r, path) := value_written(r, concat(".", path), tf.dig(r.values, path))

value_written(r, path, null) := [result.absent(r, path)]

value_written(r, path, "") := [result.absent(r, path)]

value_written(_, _, value) := [] if {
	not is_null(value)
	value != ""
}

# A switch must not be on; absent is off.
off(r, path, reason) := value_off(r, concat(".", path), tf.dig(r.values, path), reason)

value_off(r, path, value, _) := [result.unknown(r, path, value)] if tf.is_unknown(value)

value_off(_, _, null, _) := []

value_off(r, path, value, reason) := [result.fail(r, path, value, reason)] if tf.is_true(value)

value_off(_, _, value, _) := [] if {
	tf.is_known(value)
	not tf.is_true(value)
}

# A value that may turn out to be nothing: an expression may be null, or an empty list of blocks. A reference to something leads to it.
may_be_nothing(value) if {
	tf.is_unknown(value)
	not value["$unknown"] in {"reference", "sensitive"}
	not tf.has_text(value)
}

# Written, and sure to be something.
is_something(value) if {
	tf.is_known(value)
	value != ""
}

is_something(value) if {
	tf.is_unknown(value)
	not may_be_nothing(value)
}

# Something must be written, and it may not turn out to be nothing: a reference to another resource will do, an expression may be null.
known_written(r, path) := value_known_written(r, concat(".", path), tf.dig(r.values, path))

value_known_written(r, path, value) := [result.unknown(r, path, value)] if may_be_nothing(value)

value_known_written(r, path, value) := value_written(r, path, value) if {
	not tf.is_unknown(value)
}

value_known_written(_, _, value) := [] if {
	tf.is_unknown(value)
	not may_be_nothing(value)
}

# Facts about what a data base leaves open, which one made from a backup takes over from that: nobody can know here. `open` are the reasons that say
# so: "disabled" among them where a plan shows false for what nobody wrote.
# https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_RestoreFromSnapshot.html
# https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_RestoreTableToPointInTime.html
unless_restored(r, facts, open) := facts if {
	count([fact | some fact in facts; fact.reason in open]) == 0
} else := backups if {
	backups := [fact | some path in sources; value := tf.step(r.values, path); fact := from_backup(r, path, value)]
	count(backups) > 0
} else := facts

sources := [
	"snapshot_identifier", "restore_to_point_in_time", "snapshot_arn", "snapshot_cluster_identifier",
	"restore_source_name", "restore_source_table_arn",
]

from_backup(r, path, value) := result.unknown(r, path, value) if may_be_nothing(value)

from_backup(r, path, value) := object.union(result.unknown(r, path, {"$unknown": "expression"}), {
	"reason": "backup-elsewhere",
	"related": tf.refs(value),
}) if {
	is_something(value)
}

# A list of which AWS takes everything where nobody wrote it: it must be written, without what is refused.
written_without(r, path, refused) := value_written_without(r, concat(".", path), tf.dig(r.values, path), refused)

value_written_without(r, path, null, _) := [result.absent(r, path)]

value_written_without(r, path, value, refused) := [result.fail(r, path, value, "not-allowed")] if {
	some item in tf.list(value)
	item in refused
} else := [result.unknown(r, path, item) |
	some item in tf.list(value)
	tf.is_unknown(item)
] if {
	not is_null(value)
}
