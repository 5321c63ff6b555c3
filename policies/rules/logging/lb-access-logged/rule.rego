# METADATA
# title: "Load balancers record who called them"
# description: >-
#   The access log names address, path and answer of each request. A block without enabled writes nothing, but for
#   classic load balancers, where the block itself switches it on. Gateway load balancers pass packets on and have
#   none: flow logs show their traffic.
# related_resources:
#   - ref: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html
#     description: "Access logs"
#   - ref: https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/monitoring.html
#     description: "What gateway load balancers record"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-5
#     description: "ELB.5"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lb
#     description: "aws_lb"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/alb
#     description: "aws_alb"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["aws_lb", "aws_alb", "aws_elb"]
#   obligations: [OBL-CONS-5]
#   equivalents:
#     checkov: ["CKV_AWS_91", "CKV_AWS_92"]
#     trivy: []
#     kics: ["20018359-6fd7-4d05-ab26-d4dffccbdf79", "3e34db4f-0ad9-4290-bfd0-4a9ee884acaf"]
#     cdk_nag: ["AwsSolutions-ELB2"]
#     security_hub: ["ELB.5"]
#     regula: ["FG_R00066"]
#   expected: >-
#     access_logs.enabled is true.
#   fix:
#     terraform: >-
#       access_logs { bucket = aws_s3_bucket.NAME.bucket, enabled = true }
#   since: "0.1.0"
package bulwark.rules.lb_access_logged

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in balancers
	kind := tf.step(r.values, "load_balancer_type")
	kind != "gateway"
	not tf.is_unknown(kind)
	some fact in judge.enabled(r, ["access_logs", "enabled"], false)
}

findings contains result.not_applicable(r, "gateway-load-balancer") if {
	some r in balancers
	tf.step(r.values, "load_balancer_type") == "gateway"
}

findings contains result.unknown(r, "load_balancer_type", kind) if {
	some r in balancers
	kind := tf.step(r.values, "load_balancer_type")
	tf.is_unknown(kind)
	count(judge.enabled(r, ["access_logs", "enabled"], false)) > 0
}

balancers := [r | some type in ["aws_lb", "aws_alb"]; some r in tf.resources(type)]

# https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/elb#enabled
findings contains fact if {
	some r in tf.resources("aws_elb")
	is_null(tf.step(r.values, "access_logs"))
	some fact in judge.enabled(r, ["access_logs", "enabled"], false)
}

findings contains fact if {
	some r in tf.resources("aws_elb")
	not is_null(tf.step(r.values, "access_logs"))
	some fact in judge.enabled(r, ["access_logs", "enabled"], true)
}
