# METADATA
# title: Network rules
# description: >-
#   Reads the rules of security groups and network ACLs, inline and split out, as one list of {type, r, prefix, direction, from, to, protocol, cidrs,
#   description}. Ports and protocol keep their unknown markers.
package bulwark.lib.net

import data.bulwark.lib.result
import data.bulwark.lib.tf

# A complete rule, since looking into a partial one evaluates it again for each key.
rules := entries

# https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
entries contains entry(type, r, attribute, attribute, block, ["cidr_blocks", "ipv6_cidr_blocks"], "protocol") if {
	some type in ["aws_security_group", "aws_default_security_group"]
	some r in tf.resources(type)
	some attribute in ["ingress", "egress"]
	some block in tf.list(object.get(r.values, attribute, null))
	is_object(block)
	not tf.is_unknown(block)
}

entries contains entry("aws_security_group_rule", r, r.values.type, "", r.values, ["cidr_blocks", "ipv6_cidr_blocks"], "protocol") if {
	some r in tf.resources("aws_security_group_rule")
	is_string(r.values.type)
}

entries contains entry(type, r, direction, "", r.values, ["cidr_ipv4", "cidr_ipv6"], "ip_protocol") if {
	some type, direction in {
		"aws_vpc_security_group_ingress_rule": "ingress",
		"aws_vpc_security_group_egress_rule": "egress",
	}
	some r in tf.resources(type)
}

entry(type, r, direction, prefix, block, keys, protocol) := {
	"type": type,
	"r": r,
	"direction": direction,
	"prefix": prefix,
	"from": object.get(block, "from_port", null),
	"to": object.get(block, "to_port", null),
	"protocol": lowered(object.get(block, protocol, null)),
	"cidrs": array.concat([cidr | some key in keys; some cidr in tf.list(object.get(block, key, null))], listed_cidrs(block)),
	"cidr_keys": keys,
	"description": object.get(block, "description", null),
}

# EC2 takes TCP for tcp, and ALLOW for allow.
lowered(value) := lower(value) if is_string(value)

lowered(value) := value if not is_string(value)

# Addresses of the prefix lists of the stack that a rule names.
listed_cidrs(block) := [cidr |
	some key in ["prefix_list_ids", "prefix_list_id"]
	some list in tf.list(object.get(block, key, null))
	some ref in tf.refs(list)
	some cidr in prefix_lists[ref]
]

# A complete rule, as above.
prefix_lists := listed

# https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html
listed[name] contains cidr if {
	some r in tf.resources("aws_ec2_managed_prefix_list")
	some block in tf.list(object.get(r.values, "entry", null))
	cidr := tf.step(block, "cidr")
	some name in [r.address, tf.base_address(r.address)]
}

listed[name] contains cidr if {
	some r in tf.resources("aws_ec2_managed_prefix_list_entry")
	cidr := tf.step(r.values, "cidr")
	some name in tf.refs(tf.step(r.values, "prefix_list_id"))
}

# Inline rules that nobody can read before apply: a dynamic block over what is not known yet.
unreadable(attribute) := {result.unknown(r, attribute, block) |
	some type in ["aws_security_group", "aws_default_security_group"]
	some r in tf.resources(type)
	some block in tf.list(object.get(r.values, attribute, null))
	tf.is_unknown(block)
}

ingress := [rule | some rule in rules; rule.direction == "ingress"]

egress := [rule | some rule in rules; rule.direction == "egress"]

at(rule, key) := key if rule.prefix == ""

at(rule, key) := concat(".", [rule.prefix, key]) if rule.prefix != ""

# Every address, or half of them, however it is written: AWS keeps 0.0.0.0/0 of 1.2.3.4/0 and ::/0 of 0:0::0/0. Two halves are the whole, and nobody has one.
# https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroupRuleRequest.html
is_anywhere(cidr) if {
	is_string(cidr)
	some prefix in ["/0", "/1"]
	endswith(cidr, prefix)
}

# All global addresses of IPv6: https://www.iana.org/assignments/ipv6-address-space/ipv6-address-space.xhtml
is_anywhere("2000::/3")

is_open(rule) if {
	some cidr in rule.cidrs
	is_anywhere(cidr)
}

# A rule that only other security groups or prefix lists of elsewhere may use names no address at all.
is_hidden(rule) if {
	some cidr in rule.cidrs
	tf.is_unknown(cidr)
	not is_open(rule)
}

# Protocols by name and by number; -1 is every protocol and then ports do not count.
is_every_protocol(rule) if rule.protocol in {"-1", -1, "all"}

is_tcp(rule) if rule.protocol in {"tcp", "6", 6}

is_every_port(rule) if is_every_protocol(rule)

is_every_port(rule) if {
	rule.protocol in {"tcp", "6", 6, "udp", "17", 17}
	to_number(rule.from) <= 1
	to_number(rule.to) >= 65535
}

is_udp(rule) if rule.protocol in {"udp", "17", 17}

# Of ports {tcp, udp}, two sets of numbers, those that a rule takes in; none for a rule that takes in every port. A rule for one port alone means
# that port over either protocol, while a range of UDP, as of media streams, says nothing of what is only spoken over TCP.
opened(rule, ports) := {port | some port in ports.tcp; within(rule, port)} if {
	is_tcp(rule)
	not is_every_port(rule)
}

opened(rule, ports) := {port | some port in named(rule, ports); within(rule, port)} if {
	is_udp(rule)
	not is_every_port(rule)
}

named(rule, ports) := ports.udp | ports.tcp if to_number(rule.from) == to_number(rule.to)

named(rule, ports) := ports.udp if to_number(rule.from) != to_number(rule.to)

within(rule, port) if {
	to_number(rule.from) <= port
	to_number(rule.to) >= port
}

has_hidden_ports(rule) if tf.is_unknown(rule.from)

has_hidden_ports(rule) if tf.is_unknown(rule.to)

has_hidden_ports(rule) if tf.is_unknown(rule.protocol)

# Facts about ports {tcp, udp} of a security group that everyone on the internet may reach: one for each rule that opens some.
exposed(ports) := {exposure(rule, found) |
	some rule in ingress
	is_open(rule)
	found := opened(rule, ports)
	count(found) > 0
} | (hidden(ports) | unreadable("ingress"))

exposure(rule, found) := result.with_detail(result.fail(rule.r, at(rule, "from_port"), open_cidr_text(rule), "open-to-the-internet"), format_int(port, 10)) if {
	count(found) == 1
	some port in found
}

exposure(rule, found) := result.with_detail(result.fail(rule.r, at(rule, "from_port"), sort(found), "range-open-to-the-internet"), range_text(rule)) if {
	count(found) > 1
}

range_text(rule) := concat("-", [format_int(to_number(rule.from), 10), format_int(to_number(rule.to), 10)])

open_cidr_text(rule) := concat(", ", sort([cidr | some cidr in rule.cidrs; is_anywhere(cidr)]))

# What nobody can know: open with unknown ports, or the port, which may be unknown too, with unknown addresses.
hidden(ports) := {result.unknown(rule.r, at(rule, "from_port"), value) |
	some rule in ingress
	is_open(rule)
	some value in [rule.from, rule.to, rule.protocol]
	tf.is_unknown(value)
	count(ports) > 0
} | {result.unknown(rule.r, at(rule, rule.cidr_keys[0]), cidr) |
	some rule in ingress
	is_hidden(rule)
	may_open(rule, ports)
	some cidr in rule.cidrs
	tf.is_unknown(cidr)
}

may_open(rule, ports) if count(opened(rule, ports)) > 0

# Nothing is known of a rule in a dynamic block over what is not known yet: a plan shows one block, and no value in it.
may_open(rule, _) if has_hidden_ports(rule)

may_take_every_port(rule) if is_every_port(rule)

may_take_every_port(rule) if has_hidden_ports(rule)

# Where devices speak in the clear: MQTT, AMQP and CoAP. MQTT-SN and CoAP run over UDP, CoAP over TCP as well.
# https://www.iana.org/assignments/service-names-port-numbers/service-names-port-numbers.xhtml
plain_device_ports := {"tcp": {1883, 5672, 5683}, "udp": {1883, 5683}}

# An origin of CORS that takes every page, or every page of one scheme: *, https://*, http*.
# https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
# https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html
is_any_origin(origin) if {
	endswith(origin, "*")
	start := trim_suffix(origin, "*")
	some scheme in ["https://", "http://"]
	startswith(scheme, start)
}
