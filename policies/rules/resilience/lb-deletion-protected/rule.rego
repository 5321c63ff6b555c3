# METADATA
# title: "Load balancers cannot be deleted by one call"
# description: >-
#   A deleted load balancer takes its address with it, and devices that know it stay away until they are told a
#   new one.
# related_resources:
#   - ref: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html
#     description: "Deletion protection"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-6
#     description: "ELB.6"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lb
#     description: "aws_lb"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/alb
#     description: "aws_alb"
# custom:
#   severity: low
#   domain: resilience
#   resource_types: ["aws_lb", "aws_alb"]
#   obligations: [OBL-INC-3]
#   equivalents:
#     checkov: ["CKV_AWS_150"]
#     trivy: []
#     kics: ["afecd1f1-6378-4f7e-bb3b-60c35801fdd4"]
#     cdk_nag: []
#     security_hub: ["ELB.6"]
#     regula: []
#   expected: >-
#     enable_deletion_protection is true.
#   fix:
#     terraform: >-
#       enable_deletion_protection = true
#   since: "0.1.0"
package bulwark.rules.lb_deletion_protected

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some type in ["aws_lb", "aws_alb"]
	some r in tf.resources(type)
	some fact in judge.enabled(r, ["enable_deletion_protection"], false)
}
