# METADATA
# title: "Network load balancers take no MQTT in the clear"
# description: >-
#   A listener of TCP or UDP passes on whatever comes. On port 1883 that is MQTT without TLS, on 5672 AMQP, on 5683
#   CoAP: the broker behind it hears passwords, commands and telemetry that everybody on the way can read and change. A
#   listener of TCP on 8883 passes, since the broker may end TLS itself. Others judge HTTP only.
# related_resources:
#   - ref: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/create-tls-listener.html
#     description: "TLS listeners of a Network Load Balancer"
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/protocols.html
#     description: "Ports of AWS IoT"
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
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["ELB.18"]
#     regula: []
#   expected: >-
#     No listener of TCP or UDP has port 1883, 5672 or 5683.
#   fix:
#     terraform: >-
#       protocol = "TLS", port = 8883, certificate_arn = aws_acm_certificate.NAME.arn, ssl_policy =
#       "ELBSecurityPolicy-TLS13-1-2-2021-06"
#   since: "0.1.0"
package bulwark.rules.lb_listener_mqtt_tls

import data.bulwark.lib.net
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some type in ["aws_lb_listener", "aws_alb_listener"]
	some r in tf.resources(type)
	some fact in of_listener(r, upper_text(tf.step(r.values, "protocol")), tf.step(r.values, "port"))
}

upper_text(value) := upper(value) if is_string(value)

upper_text(value) := value if not is_string(value)

of_listener(r, protocol, port) := [result.fail(r, "port", port, "plaintext-port")] if {
	passes_on[protocol]
	plain[to_number(port)]
}

of_listener(r, protocol, port) := [result.unknown(r, "port", port)] if {
	passes_on[protocol]
	tf.is_unknown(port)
}

of_listener(r, protocol, port) := [result.unknown(r, "protocol", protocol)] if {
	tf.is_unknown(protocol)
	plain[to_number(port)]
}

passes_on := {"TCP", "UDP", "TCP_UDP"}

# Whichever is spoken: nothing else listens on the port of the other.
plain := net.plain_device_ports.tcp | net.plain_device_ports.udp
