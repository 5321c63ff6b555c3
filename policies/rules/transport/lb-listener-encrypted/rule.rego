# METADATA
# title: "Load balancers serve nothing in the clear"
# description: >-
#   An HTTP listener may do one thing: send the caller to HTTPS. A rule of it that forwards serves in the clear, though
#   the default action redirects. A listener of an Application Load Balancer that names no protocol is one of HTTP.
# related_resources:
#   - ref: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html
#     description: "HTTPS listeners"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-1
#     description: "ELB.1"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lb_listener
#     description: "aws_lb_listener"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/alb_listener
#     description: "aws_alb_listener"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lb_listener_rule
#     description: "aws_lb_listener_rule"
# custom:
#   severity: high
#   domain: transport
#   resource_types: ["aws_lb_listener", "aws_alb_listener", "aws_lb_listener_rule", "aws_alb_listener_rule"]
#   obligations: [OBL-DATA-6]
#   equivalents:
#     checkov: ["CKV_AWS_2", "CKV_AWS_103", "CKV_AWS_378", "CKV2_AWS_20"]
#     trivy: ["AWS-0054"]
#     kics: ["de7f5e83-da88-4046-871f-ea18504b1d43"]
#     cdk_nag: []
#     security_hub: ["ELB.1", "ELB.18"]
#     regula: []
#   expected: >-
#     protocol is written and not HTTP, or the default action redirects to HTTPS and no rule forwards.
#   fix:
#     terraform: >-
#       default_action { type = "redirect", redirect { protocol = "HTTPS", port = "443", status_code =
#       "HTTP_301" } }
#   since: "0.1.0"
package bulwark.rules.lb_listener_encrypted

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains in_the_clear(r, tf.step(r.values, "protocol")) if {
	some type in ["aws_lb_listener", "aws_alb_listener"]
	some r in tf.resources(type)
	speaks(r) == "HTTP"
	not redirects(r)
	count(undecided(r)) == 0
}

in_the_clear(r, null) := result.absent(r, "protocol")

in_the_clear(r, "HTTP") := result.fail(r, "protocol", "HTTP", "plain-http")

findings contains result.unknown(r, "default_action", undecided(r)[0]) if {
	some type in ["aws_lb_listener", "aws_alb_listener"]
	some r in tf.resources(type)
	speaks(r) == "HTTP"
	not redirects(r)
	count(undecided(r)) > 0
}

# What a listener speaks. On an Application Load Balancer that is HTTP where nobody wrote it; one that has a certificate does not become HTTP.
# https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lb_listener#protocol-1
speaks(r) := written if {
	written := tf.step(r.values, "protocol")
	not is_null(written)
} else := null if {
	not is_null(tf.step(r.values, "certificate_arn"))
} else := unwritten(object.get(r.values, "load_balancer_arn", null))

unwritten(arn) := "HTTP" if {
	contains(arn, ":loadbalancer/app/")
} else := null if {
	not tf.is_unknown(arn)
} else := by_kind(arn, {kind | some target in tf.targets(arn); some kind, _ in balancers[target]})

by_kind(_, {"application"}) := "HTTP"

by_kind(_, kinds) := null if {
	count(kinds) > 0
	count(kinds & {"application", "unknown"}) == 0
}

# Nobody can tell what kind of load balancer it hangs on.
by_kind(arn, kinds) := arn if count(kinds) == 0

by_kind(arn, kinds) := arn if {
	kinds != {"application"}
	count(kinds & {"application", "unknown"}) > 0
}

# A complete rule, since looking into a partial one evaluates it again for each key.
balancers := kinds_by_name

kinds_by_name[name][kind] if {
	some type in ["aws_lb", "aws_alb"]
	some r in tf.resources(type)
	kind := kind_of(tf.step(r.values, "load_balancer_type"))
	some name in tf.identifiers(r)
}

kind_of(null) := "application"

kind_of(value) := value if is_string(value)

kind_of(value) := "unknown" if tf.is_unknown(value)

# What may turn out to be a redirect to HTTPS.
undecided(r) := [value |
	some action in tf.list(object.get(r.values, "default_action", null))
	some value in [tf.step(action, "type"), tf.dig(action, ["redirect", "protocol"])]
	tf.is_unknown(value)
]

findings contains result.unknown(r, undecided_by(r), value) if {
	some type in ["aws_lb_listener", "aws_alb_listener"]
	some r in tf.resources(type)
	value := speaks(r)
	tf.is_unknown(value)
	not redirects(r)
}

undecided_by(r) := "protocol" if tf.is_unknown(tf.step(r.values, "protocol"))

undecided_by(r) := "load_balancer_arn" if is_null(tf.step(r.values, "protocol"))

redirects(r) if {
	some action in tf.list(object.get(r.values, "default_action", null))
	tf.step(action, "type") == "redirect"
	tf.dig(action, ["redirect", "protocol"]) == "HTTPS"
}

findings contains fact if {
	some type in ["aws_lb_listener_rule", "aws_alb_listener_rule"]
	some r in tf.resources(type)
	protocols := protocols_of(r)
	count(protocols & {"HTTP", "unknown"}) > 0
	some fact in of_rule(r, protocols, [tf.step(action, "type") | some action in tf.list(object.get(r.values, "action", null))])
}

of_rule(r, protocols, types) := [result.fail(r, "action.type", "forward", "plain-http")] if {
	"forward" in types
	protocols == {"HTTP"}
} else := [result.unknown(r, "listener_arn", r.values.listener_arn)] if {
	# One of several listeners, or one whose protocol is not known.
	"forward" in types
} else := [result.unknown(r, "action.type", type) | some type in types; tf.is_unknown(type)]

# What the listeners that a rule may mean speak: HTTP, unknown, or another.
protocols_of(r) := {protocol |
	some target in tf.targets(object.get(r.values, "listener_arn", null))
	some protocol in listeners[target]
}

# A complete rule, as above.
listeners := spoken

spoken[name] contains protocol_of(speaks(r)) if {
	some type in ["aws_lb_listener", "aws_alb_listener"]
	some r in tf.resources(type)
	some name in tf.identifiers(r)
}

protocol_of(value) := "HTTP" if {
	value == "HTTP"
} else := "unknown" if {
	tf.is_unknown(value)
} else := "other"
