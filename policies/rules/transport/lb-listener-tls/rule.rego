# METADATA
# title: "Load balancers take TLS 1.2 or newer"
# description: >-
#   Absent means ELBSecurityPolicy-2016-08, which still takes TLS 1.0 and 1.1.
# related_resources:
#   - ref: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
#     description: "Security policies"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-17
#     description: "ELB.17"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lb_listener
#     description: "aws_lb_listener"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/alb_listener
#     description: "aws_alb_listener"
# custom:
#   severity: high
#   domain: transport
#   resource_types: ["aws_lb_listener", "aws_alb_listener"]
#   obligations: [OBL-DATA-6]
#   equivalents:
#     checkov: ["CKV_AWS_103", "CKV2_AWS_74"]
#     trivy: ["AWS-0047"]
#     kics: []
#     cdk_nag: []
#     security_hub: ["ELB.17"]
#     regula: []
#   expected: >-
#     ssl_policy is one whose floor is TLS 1.2.
#   fix:
#     terraform: >-
#       ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06"
#   since: "0.1.0"
package bulwark.rules.lb_listener_tls

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some type in ["aws_lb_listener", "aws_alb_listener"]
	some r in tf.resources(type)
	some fact in of_protocol(r, tf.step(r.values, "protocol"), judged(r, tf.step(r.values, "ssl_policy")))
}

of_protocol(r, protocol, facts) := facts if {
	protocol in {"HTTPS", "TLS"}
} else := [result.unknown(r, "protocol", protocol) | count(facts) > 0] if {
	tf.is_unknown(protocol)
} else := [result.not_applicable(r, "no-tls")]

judged(r, policy) := [result.unknown(r, "ssl_policy", policy)] if tf.is_unknown(policy)

# What a listener made through the interface gets: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
judged(r, null) := [result.absent(r, "ssl_policy")]

judged(_, policy) := [] if is_current(policy)

judged(r, policy) := [result.fail(r, "ssl_policy", policy, "old-tls")] if {
	is_string(policy)
	not is_current(policy)
}

# Policies whose floor is TLS 1.2.
is_current(policy) if regex.match(`^ELBSecurityPolicy-(TLS13-1-[23]-|TLS-1-2-2017-01$|TLS-1-2-Ext-2018-06$|FS-1-2-)`, policy)
