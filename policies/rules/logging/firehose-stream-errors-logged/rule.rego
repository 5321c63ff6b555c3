# METADATA
# title: "Delivery errors of a stream are logged"
# description: >-
#   When a delivery stream cannot write (key, bucket policy, format), only its error log says why. Without
#   cloudwatch_logging_options data goes missing and nobody is told.
# related_resources:
#   - ref: https://docs.aws.amazon.com/firehose/latest/dev/monitoring-with-cloudwatch-logs.html
#     description: "Error logging"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/kinesis_firehose_delivery_stream
#     description: "aws_kinesis_firehose_delivery_stream"
# custom:
#   severity: low
#   domain: logging
#   resource_types: ["aws_kinesis_firehose_delivery_stream"]
#   obligations: [OBL-CONS-5]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     The destination's cloudwatch_logging_options are enabled.
#   fix:
#     terraform: >-
#       cloudwatch_logging_options { enabled = true, log_group_name, log_stream_name } in the destination.
#     construct: >-
#       TelemetryLake brings its log group.
#   since: "0.1.0"
package bulwark.rules.firehose_stream_errors_logged

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_kinesis_firehose_delivery_stream")
	some destination in destinations
	not is_null(tf.step(r.values, destination))
	some fact in judge.enabled(r, [destination, "cloudwatch_logging_options", "enabled"], false)
}

destinations := [
	"extended_s3_configuration", "redshift_configuration", "elasticsearch_configuration", "opensearch_configuration",
	"opensearchserverless_configuration", "splunk_configuration", "http_endpoint_configuration", "snowflake_configuration",
	"iceberg_configuration",
]
