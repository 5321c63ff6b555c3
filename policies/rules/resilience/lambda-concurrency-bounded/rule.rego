# METADATA
# title: "One function cannot take all the concurrency"
# description: >-
#   Functions of an account share one pool. A flood on one, or a loop, leaves none for the others: the hook that
#   lets devices in stands still because a report runs wild.
# related_resources:
#   - ref: https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html
#     description: "Reserved concurrency"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lambda_function
#     description: "aws_lambda_function"
# custom:
#   severity: low
#   domain: resilience
#   resource_types: ["aws_lambda_function"]
#   obligations: [OBL-INC-3]
#   equivalents:
#     checkov: ["CKV_AWS_115"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     reserved_concurrent_executions is 0 or more.
#   fix:
#     terraform: >-
#       reserved_concurrent_executions = 20
#     construct: >-
#       NodeFunction sets it.
#   since: "0.1.0"
package bulwark.rules.lambda_concurrency_bounded

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_lambda_function")
	some fact in judge.at_least(r, ["reserved_concurrent_executions"], 0, -1)
}
