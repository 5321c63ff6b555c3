# METADATA
# title: "Classic load balancers serve nothing in the clear"
# description: >-
#   A listener on HTTP or TCP passes on whatever the caller speaks, which for a browser or a careless device is
#   plain text. The certificate should come from ACM, where it renews by itself.
# related_resources:
#   - ref: https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-listener-config.html
#     description: "Listeners of classic load balancers"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-3
#     description: "ELB.3"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-2
#     description: "ELB.2"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/elb
#     description: "aws_elb"
# custom:
#   severity: high
#   domain: transport
#   resource_types: ["aws_elb"]
#   obligations: [OBL-DATA-6]
#   equivalents:
#     checkov: ["CKV_AWS_127", "CKV_AWS_376"]
#     trivy: []
#     kics: []
#     cdk_nag: ["AwsSolutions-ELB5"]
#     security_hub: ["ELB.2", "ELB.3"]
#     regula: ["FG_R00013"]
#   expected: >-
#     Each listener has lb_protocol https or ssl and a certificate of ACM or IAM.
#   fix:
#     terraform: >-
#       lb_protocol = "https", ssl_certificate_id = aws_acm_certificate.NAME.arn
#   since: "0.1.0"
package bulwark.rules.elb_listener_encrypted

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(fact, format_int(index, 10)) if {
	some r in tf.resources("aws_elb")
	some index, listener in tf.list(object.get(r.values, "listener", null))
	some fact in facts(r, tf.step(listener, "lb_protocol"))
}

facts(r, null) := [result.absent(r, "listener.lb_protocol")]

facts(r, value) := [result.unknown(r, "listener.lb_protocol", value)] if tf.is_unknown(value)

facts(_, value) := [] if lower(value) in {"https", "ssl"}

facts(r, value) := [result.fail(r, "listener.lb_protocol", value, "plain-http")] if {
	is_string(value)
	not lower(value) in {"https", "ssl"}
}

# A certificate named by anything but an ARN of ACM or IAM is none.
findings contains result.with_detail(fact, format_int(index, 10)) if {
	some r in tf.resources("aws_elb")
	some index, listener in tf.list(object.get(r.values, "listener", null))
	lower(tf.step(listener, "lb_protocol")) in {"https", "ssl"}
	some fact in judge.value_known_written(r, "listener.ssl_certificate_id", tf.step(listener, "ssl_certificate_id"))
}
