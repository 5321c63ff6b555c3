# METADATA
# title: "Nothing is built in the default VPC"
# description: >-
#   The default VPC was made for trying things out: every subnet hands out public addresses and routes to the
#   internet, and all that is made without a thought lands in it. Taking it into Terraform means meaning to use it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html
#     description: "Default VPCs"
#   - ref: https://docs.aws.amazon.com/config/latest/developerguide/operational-best-practices-for-cis_aws_benchmark_level_1.html
#     description: "CIS benchmark"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/default_vpc
#     description: "aws_default_vpc"
# custom:
#   severity: medium
#   domain: network
#   resource_types: ["aws_default_vpc"]
#   obligations: [OBL-IAM-10, OBL-RISK-3]
#   equivalents:
#     checkov: ["CKV_AWS_148"]
#     trivy: ["AWS-0101"]
#     kics: ["96ed3526-0179-4c73-b1b2-372fde2e0d13"]
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     No aws_default_vpc stands in the stack, or only to be removed (force_destroy).
#   fix:
#     terraform: >-
#       resource "aws_vpc" "NAME" { cidr_block = ... }
#   since: "0.1.0"
package bulwark.rules.default_vpc_unused

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.fail(r, "", null, "default-vpc-in-use") if {
	some r in tf.resources("aws_default_vpc")
	not tf.is_true(tf.step(r.values, "force_destroy"))
	not tf.is_unknown(tf.step(r.values, "force_destroy"))
}

findings contains result.unknown(r, "force_destroy", value) if {
	some r in tf.resources("aws_default_vpc")
	value := tf.step(r.values, "force_destroy")
	tf.is_unknown(value)
}
