# METADATA
# title: "Load balancers drop malformed headers"
# description: >-
#   Headers that server and balancer read differently are how requests are smuggled past checks.
# related_resources:
#   - ref: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html
#     description: "Attributes of load balancers"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-4
#     description: "ELB.4"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lb
#     description: "aws_lb"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/alb
#     description: "aws_alb"
# custom:
#   severity: medium
#   domain: network
#   resource_types: ["aws_lb", "aws_alb"]
#   obligations: [OBL-IAM-10]
#   equivalents:
#     checkov: ["CKV_AWS_131"]
#     trivy: ["AWS-0052"]
#     kics: ["6e3fd2ed-5c83-4c68-9679-7700d224d379"]
#     cdk_nag: []
#     security_hub: ["ELB.4"]
#     regula: []
#   expected: >-
#     drop_invalid_header_fields is true.
#   fix:
#     terraform: >-
#       drop_invalid_header_fields = true
#   since: "0.1.0"
package bulwark.rules.lb_drops_invalid_headers

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some type in ["aws_lb", "aws_alb"]
	some r in tf.resources(type)
	object.get(r.values, "load_balancer_type", "application") == "application"
	some fact in judge.enabled(r, ["drop_invalid_header_fields"], false)
}

findings contains result.not_applicable(r, "no-application-load-balancer") if {
	some type in ["aws_lb", "aws_alb"]
	some r in tf.resources(type)
	kind := object.get(r.values, "load_balancer_type", "application")
	kind != "application"
	not tf.is_unknown(kind)
}

findings contains result.unknown(r, "load_balancer_type", r.values.load_balancer_type) if {
	some type in ["aws_lb", "aws_alb"]
	some r in tf.resources(type)
	tf.is_unknown(r.values.load_balancer_type)
}
