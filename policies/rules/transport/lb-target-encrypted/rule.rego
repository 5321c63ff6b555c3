# METADATA
# title: "Load balancers reach their targets over TLS"
# description: >-
#   Behind a load balancer that ends TLS the traffic crosses the network again. Over HTTPS or TLS it stays
#   unreadable to whoever sits in between; targets may use certificates they made themselves.
# related_resources:
#   - ref: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html
#     description: "Target groups"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lb_target_group
#     description: "aws_lb_target_group"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/alb_target_group
#     description: "aws_alb_target_group"
# custom:
#   severity: low
#   domain: transport
#   resource_types: ["aws_lb_target_group", "aws_alb_target_group", "aws_elb"]
#   obligations: [OBL-DATA-6, OBL-RISK-3]
#   equivalents:
#     checkov: ["CKV_AWS_376", "CKV_AWS_378"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["ELB.22"]
#     regula: []
#   expected: >-
#     protocol of a target group is not HTTP; instance_protocol of each listener of a classic load balancer is https or ssl.
#   fix:
#     terraform: >-
#       protocol = "HTTPS"
#   since: "0.1.0"
package bulwark.rules.lb_target_encrypted

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some type in ["aws_lb_target_group", "aws_alb_target_group"]
	some r in tf.resources(type)
	some fact in facts(r, tf.step(r.values, "protocol"))
}

# Only targets that are functions have no protocol.
facts(r, null) := [result.not_applicable(r, "no-protocol")]

facts(r, value) := [result.unknown(r, "protocol", value)] if tf.is_unknown(value)

facts(r, "HTTP") := [result.fail(r, "protocol", "HTTP", "plain-http")]

facts(_, value) := [] if {
	is_string(value)
	value != "HTTP"
}

# A classic load balancer names it for each listener.
findings contains result.with_detail(fact, format_int(index, 10)) if {
	some r in tf.resources("aws_elb")
	some index, listener in tf.list(object.get(r.values, "listener", null))
	some fact in classic(r, tf.step(listener, "instance_protocol"))
}

classic(r, null) := [result.absent(r, "listener.instance_protocol")]

classic(r, value) := [result.unknown(r, "listener.instance_protocol", value)] if tf.is_unknown(value)

classic(_, value) := [] if lower(value) in {"https", "ssl"}

classic(r, value) := [result.fail(r, "listener.instance_protocol", value, "plain-http")] if {
	is_string(value)
	not lower(value) in {"https", "ssl"}
}
