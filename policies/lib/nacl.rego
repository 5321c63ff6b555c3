# METADATA
# title: Network ACLs
# description: Reads the allowing ingress entries of network ACLs, inline and split out, as one list of {r, path, cidr, from, to, protocol}.
package bulwark.lib.nacl

import data.bulwark.lib.net
import data.bulwark.lib.result
import data.bulwark.lib.tf

# Facts about ports that an allowing entry takes from everyone on the internet.
exposed(ports) := {result.with_detail(result.fail(e.r, e.path, e.cidr, "open-to-the-internet"), e.cidr) |
	some e in entries
	e.action == "allow"
	net.is_anywhere(e.cidr)
	some port in ports
	takes(e, port)
} | (hidden(ports) | unreadable)

# Inline entries that nobody can read before apply: a dynamic block over what is not known yet.
unreadable := {result.unknown(r, "ingress", block) |
	some type in ["aws_network_acl", "aws_default_network_acl"]
	some r in tf.resources(type)
	some block in tf.list(object.get(r.values, "ingress", null))
	tf.is_unknown(block)
}

# What nobody can know: the port with unknown addresses, or open with unknown ports.
hidden(ports) := ({result.unknown(e.r, e.path, e.cidr) |
	some e in entries
	tf.is_unknown(e.cidr)
	some port in ports
	may_take(e, port)
} | {result.unknown(e.r, e.path, value) |
	some e in entries
	net.is_anywhere(e.cidr)
	some value in [e.from, e.to, e.protocol]
	tf.is_unknown(value)
	count(ports) > 0
}) | {result.unknown(e.r, e.path, e.action) |
	some e in entries
	tf.is_unknown(e.action)
	net.is_anywhere(e.cidr)
	some port in ports
	takes(e, port)
}

entries contains e if {
	some type in ["aws_network_acl", "aws_default_network_acl"]
	some r in tf.resources(type)
	some block in tf.list(object.get(r.values, "ingress", null))
	is_object(block)
	not tf.is_unknown(block)
	action := net.lowered(block.action)
	may_allow(action)
	some key in ["cidr_block", "ipv6_cidr_block"]
	e := entry(r, block, action, concat(".", ["ingress", key]), object.get(block, key, null))
}

entries contains e if {
	some r in tf.resources("aws_network_acl_rule")
	may_allow(net.lowered(r.values.rule_action))
	not tf.is_true(object.get(r.values, "egress", false))
	some key in ["cidr_block", "ipv6_cidr_block"]
	e := entry(r, r.values, effect(r), key, object.get(r.values, key, null))
}

# What lets something in, or may: the direction counts as much as the action.
effect(r) := object.get(r.values, "egress", false) if tf.is_unknown(object.get(r.values, "egress", false))

effect(r) := net.lowered(r.values.rule_action) if not tf.is_unknown(object.get(r.values, "egress", false))

may_allow("allow")

may_allow(action) if tf.is_unknown(action)

entry(r, block, action, path, cidr) := {
	"r": r,
	"action": action,
	"path": path,
	"cidr": cidr,
	"from": object.get(block, "from_port", null),
	"to": object.get(block, "to_port", null),
	"protocol": net.lowered(object.get(block, "protocol", null)),
}

may_take(e, port) if takes(e, port)

# Nothing is known of an entry in a dynamic block over what is not known yet: a plan shows one block, and no value in it.
may_take(e, _) if {
	some value in [e.protocol, e.from, e.to]
	tf.is_unknown(value)
}

takes(e, _) if e.protocol in {"-1", -1, "all"}

takes(e, port) if {
	e.protocol in {"tcp", "6", 6}
	to_number(e.from) <= port
	to_number(e.to) >= port
}
