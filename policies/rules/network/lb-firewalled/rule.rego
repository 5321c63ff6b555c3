# METADATA
# title: "A web firewall stands before public load balancers"
# description: >-
#   AWS WAF turns away floods, known bad requests and addresses of bad repute before they reach the code.
# related_resources:
#   - ref: https://docs.aws.amazon.com/waf/latest/developerguide/waf-chapter.html
#     description: "AWS WAF"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-16
#     description: "ELB.16"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lb
#     description: "aws_lb"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/alb
#     description: "aws_alb"
# custom:
#   severity: low
#   domain: network
#   resource_types: ["aws_lb", "aws_alb"]
#   obligations: [OBL-IAM-10, OBL-CONS-4]
#   equivalents:
#     checkov: ["CKV2_AWS_28", "CKV2_AWS_76"]
#     trivy: []
#     kics: ["0afa6ab8-a047-48cf-be07-93a2f8c34cf7"]
#     cdk_nag: []
#     security_hub: ["ELB.16"]
#     regula: []
#   expected: >-
#     An aws_wafv2_web_acl_association names each public application load balancer.
#   fix:
#     terraform: >-
#       resource "aws_wafv2_web_acl_association" "NAME" { resource_arn = aws_lb.NAME.arn, ... }
#   since: "0.1.0"
package bulwark.rules.lb_firewalled

import data.bulwark.lib.links
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some type in ["aws_lb", "aws_alb"]
	some r in tf.resources(type)
	not is_apart(r)
	not tf.is_unknown(object.get(r.values, "load_balancer_type", null))
	not tf.is_unknown(object.get(r.values, "internal", null))
	some fact in links.required(r, type, "aws_wafv2_web_acl_association", "web_acl_association")
}

findings contains result.not_applicable(r, "not-public-application-load-balancer") if {
	some type in ["aws_lb", "aws_alb"]
	some r in tf.resources(type)
	is_apart(r)
}

findings contains result.unknown(r, attribute, r.values[attribute]) if {
	some type in ["aws_lb", "aws_alb"]
	some r in tf.resources(type)
	not is_apart(r)
	some attribute in ["load_balancer_type", "internal"]
	tf.is_unknown(r.values[attribute])
	count(links.to(r, "aws_wafv2_web_acl_association")) == 0
}

is_apart(r) if {
	kind := object.get(r.values, "load_balancer_type", "application")
	kind != "application"
	not tf.is_unknown(kind)
}

is_apart(r) if tf.is_true(object.get(r.values, "internal", false))
