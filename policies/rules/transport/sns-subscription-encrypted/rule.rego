# METADATA
# title: "Messages are not delivered in the clear"
# description: >-
#   protocol http posts each message, alarms with names and addresses among them, over a connection anyone on the
#   way can read.
# related_resources:
#   - ref: https://docs.aws.amazon.com/sns/latest/dg/sns-http-https-endpoint-as-subscriber.html
#     description: "HTTP and HTTPS endpoints"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/sns_topic_subscription
#     description: "aws_sns_topic_subscription"
# custom:
#   severity: high
#   domain: transport
#   resource_types: ["aws_sns_topic_subscription"]
#   obligations: [OBL-DATA-6]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: ["FG_R00052"]
#   expected: >-
#     protocol is not http.
#   fix:
#     terraform: >-
#       protocol = "https"
#   since: "0.1.0"
package bulwark.rules.sns_subscription_encrypted

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.fail(r, "protocol", "http", "plain-http") if {
	some r in tf.resources("aws_sns_topic_subscription")
	r.values.protocol == "http"
}

findings contains result.unknown(r, "protocol", r.values.protocol) if {
	some r in tf.resources("aws_sns_topic_subscription")
	tf.is_unknown(r.values.protocol)
}
