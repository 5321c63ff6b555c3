# METADATA
# title: "Classic load balancers take TLS 1.2 and sound ciphers only"
# description: >-
#   A policy of a classic load balancer lists protocols and ciphers one by one. SSL 2 and 3, TLS 1.0 and 1.1, and
#   ciphers with RC4, DES, MD5, no encryption or export strength are broken; a reference policy carries its own
#   list. A listener without a policy gets one that takes TLS 1.0.
# related_resources:
#   - ref: https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-security-policy-table.html
#     description: "Predefined policies"
#   - ref: https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-ssl-security-policy.html
#     description: "TLS configuration"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/load_balancer_policy
#     description: "aws_load_balancer_policy"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lb_ssl_negotiation_policy
#     description: "aws_lb_ssl_negotiation_policy"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/load_balancer_listener_policy
#     description: "aws_load_balancer_listener_policy"
# custom:
#   severity: high
#   domain: transport
#   resource_types: ["aws_load_balancer_policy", "aws_lb_ssl_negotiation_policy", "aws_elb"]
#   obligations: [OBL-DATA-6]
#   equivalents:
#     checkov: ["CKV_AWS_213"]
#     trivy: []
#     kics: ["126c1788-23c2-4a10-906c-ef179f4f96ec", "4a800e14-c94a-442d-9067-5a2e9f6c0a4c"]
#     cdk_nag: []
#     security_hub: ["ELB.8"]
#     regula: []
#   expected: >-
#     No old protocol and no broken cipher is true, Reference-Security-Policy is ELBSecurityPolicy-TLS-1-2-2017-01, and
#     each listener with TLS has a policy.
#   fix:
#     terraform: >-
#       policy_attribute { name = "Reference-Security-Policy", value = "ELBSecurityPolicy-TLS-1-2-2017-01" }
#   since: "0.1.0"
package bulwark.rules.elb_policy_tls

import data.bulwark.lib.links
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some [r, path, block] in attributes
	some fact in judged(r, path, tf.step(block, "name"), tf.step(block, "value"))
}

attributes := array.concat(
	[[r, "attribute", block] |
		some r in tf.resources("aws_lb_ssl_negotiation_policy")
		some block in tf.list(object.get(r.values, "attribute", null))
	],
	[[r, "policy_attribute", block] |
		some r in tf.resources("aws_load_balancer_policy")
		tf.step(r.values, "policy_type_name") == "SSLNegotiationPolicyType"
		some block in tf.list(object.get(r.values, "policy_attribute", null))
	],
)

# An attribute whose name is not known may be one that counts.
judged(r, path, name, value) := [result.unknown(r, path, name)] if {
	tf.is_unknown(name)
} else := [result.unknown(r, path, value)] if {
	tf.is_unknown(value)
	is_telling(name)
} else := [result.with_detail(result.fail(r, path, value, "old-tls"), value)] if {
	name == "Reference-Security-Policy"
	is_string(value)
	value != "ELBSecurityPolicy-TLS-1-2-2017-01"
} else := [result.with_detail(result.fail(r, path, name, reason), name)] if {
	tf.is_true(value)
	reason := weakness(name)
} else := []

is_telling("Reference-Security-Policy")

is_telling(name) if weakness(name)

weakness(name) := "old-tls" if {
	name in {"Protocol-SSLv2", "Protocol-SSLv3", "Protocol-TLSv1", "Protocol-TLSv1.1"}
} else := "weak-cipher" if {
	some part in split(name, "-")
	part in {"RC4", "DES", "RC2", "MD5", "NULL", "EXP", "ADH", "aNULL", "SEED", "IDEA", "KRB5"}
}

# A policy of a type that is not known may be one for TLS.
findings contains result.unknown(r, "policy_type_name", type) if {
	some r in tf.resources("aws_load_balancer_policy")
	type := tf.step(r.values, "policy_type_name")
	tf.is_unknown(type)
}

# A listener with TLS and no policy gets ELBSecurityPolicy-2016-08: https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/ssl-config-update.html
findings contains result.with_detail(links.absent_or_unknown(r, "ssl_negotiation_policy", perhaps(r, port)), place) if {
	some r in tf.resources("aws_elb")
	some index, listener in tf.list(object.get(r.values, "listener", null))
	lower(tf.step(listener, "lb_protocol")) in {"https", "ssl"}
	port := tf.step(listener, "lb_port")
	not has_policy(r, port)
	place := format_int(index, 10)
}

findings contains result.with_detail(result.unknown(r, "listener.lb_protocol", protocol), format_int(index, 10)) if {
	some r in tf.resources("aws_elb")
	some index, listener in tf.list(object.get(r.values, "listener", null))
	protocol := tf.step(listener, "lb_protocol")
	tf.is_unknown(protocol)
	not has_policy(r, tf.step(listener, "lb_port"))
}

has_policy(r, port) if {
	some [_, of_port] in policies(r)
	to_number(of_port) == to_number(port)
}

ports := {"aws_lb_ssl_negotiation_policy": "lb_port", "aws_load_balancer_listener_policy": "load_balancer_port"}

# Policies of a load balancer, each with the port of its listener.
policies(r) := [[p, tf.step(p.values, attribute)] | some type, attribute in ports; some p in links.to(r, type)]

# Policies that may be those of this listener.
perhaps(r, port) := array.concat(
	[p | some [p, of_port] in policies(r); some value in [of_port, port]; tf.is_unknown(value)],
	[p | some type, _ in ports; some p in links.doubtful(r, "aws_elb", type)],
)
