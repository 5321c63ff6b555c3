# METADATA
# title: "Load balancers guard against request smuggling"
# description: >-
#   monitor lets ambiguous requests through and only counts them.
# related_resources:
#   - ref: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html
#     description: "Desync mitigation mode"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-12
#     description: "ELB.12"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lb
#     description: "aws_lb"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/alb
#     description: "aws_alb"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/elb
#     description: "aws_elb"
# custom:
#   severity: low
#   domain: network
#   resource_types: ["aws_lb", "aws_alb", "aws_elb"]
#   obligations: [OBL-IAM-10]
#   equivalents:
#     checkov: ["CKV_AWS_328"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["ELB.12", "ELB.14"]
#     regula: []
#   expected: >-
#     desync_mitigation_mode is defensive or strictest.
#   fix:
#     terraform: >-
#       desync_mitigation_mode = "defensive"
#   since: "0.1.0"
package bulwark.rules.lb_desync_guarded

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some type in ["aws_lb", "aws_alb"]
	some r in tf.resources(type)
	object.get(r.values, "load_balancer_type", "application") == "application"
	some fact in judge.one_of(r, ["desync_mitigation_mode"], {"defensive", "strictest"}, "defensive")
}

# A classic load balancer has the same modes and the same default.
findings contains fact if {
	some r in tf.resources("aws_elb")
	some fact in judge.one_of(r, ["desync_mitigation_mode"], {"defensive", "strictest"}, "defensive")
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
