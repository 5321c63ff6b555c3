# METADATA
# title: "Streams keep their records for a week"
# description: >-
#   When a consumer breaks over a weekend, records older than the retention are gone. Absent means 24 hours.
# related_resources:
#   - ref: https://docs.aws.amazon.com/streams/latest/dev/kinesis-extended-retention.html
#     description: "Retention"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/kinesis-controls.html#kinesis-3
#     description: "Kinesis.3"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/kinesis_stream
#     description: "aws_kinesis_stream"
# custom:
#   severity: low
#   domain: resilience
#   resource_types: ["aws_kinesis_stream"]
#   obligations: [OBL-INC-3]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["Kinesis.3"]
#     regula: []
#   expected: >-
#     retention_period is at least 168 hours.
#   fix:
#     terraform: >-
#       retention_period = 168
#   since: "0.1.0"
package bulwark.rules.kinesis_retention

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_kinesis_stream")
	some fact in judge.at_least(r, ["retention_period"], 168, 24)
}
