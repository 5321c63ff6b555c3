# METADATA
# title: "Traffic of a VPC leaves a trace"
# description: >-
#   Flow logs tell who spoke with whom, also when it was refused. Without them nobody can say afterwards what a
#   compromised host reached. Logs on single subnets or interfaces, of what was accepted alone or refused alone, leave
#   gaps and do not count here.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html
#     description: "VPC flow logs"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-6
#     description: "EC2.6"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/vpc
#     description: "aws_vpc"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["aws_vpc"]
#   obligations: [OBL-CONS-5, OBL-INC-1]
#   equivalents:
#     checkov: ["CKV2_AWS_11"]
#     trivy: ["AWS-0178"]
#     kics: ["f83121ea-03da-434f-9277-9cd247ab3047"]
#     cdk_nag: ["AwsSolutions-VPC7"]
#     security_hub: ["EC2.6"]
#     regula: ["FG_R00054"]
#   expected: >-
#     An aws_flow_log names the VPC and takes all traffic, or two take what was accepted and what was refused.
#   fix:
#     terraform: >-
#       resource "aws_flow_log" "vpc" { vpc_id = aws_vpc.NAME.id, traffic_type = "ALL", ... }
#   since: "0.1.0"
package bulwark.rules.vpc_flow_logged

import data.bulwark.lib.links
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_vpc")
	some fact in links.required(r, "aws_vpc", "aws_flow_log", "flow_log")
}

findings contains fact if {
	some [r, kinds] in logged
	not is_whole(kinds)
	some fact in gaps(r, kinds, [kind | some kind in kinds; tf.is_unknown(kind)])
}

gaps(r, kinds, []) := [result.fail(r, "flow_log.traffic_type", concat(", ", sort(kinds)), "log-missing")]

gaps(r, _, open) := [result.unknown(r, "flow_log.traffic_type", kind) | some kind in open] if count(open) > 0

# What the logs of a VPC take; AWS asks for it where the log is one of a VPC.
# https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateFlowLogs.html
logged := [[r, kinds] |
	some r in tf.resources("aws_vpc")
	kinds := {kind |
		some log in links.to(r, "aws_flow_log")
		kind := tf.step(log.values, "traffic_type")
		not is_null(kind)
	}
	count(kinds) > 0
]

is_whole(kinds) if kinds.ALL

is_whole(kinds) if {
	kinds.ACCEPT
	kinds.REJECT
}
