# METADATA
# title: "Access to buckets is logged"
# description: >-
#   Server access logs tell who read and wrote which object, also for requests that were refused. The bucket that
#   takes the logs is exempt, since logging it into itself never ends.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html
#     description: "Server access logging"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket_logging
#     description: "aws_s3_bucket_logging"
# custom:
#   severity: low
#   domain: logging
#   resource_types: ["aws_s3_bucket"]
#   obligations: [OBL-CONS-5, OBL-DATA-9]
#   equivalents:
#     checkov: ["CKV_AWS_18"]
#     trivy: ["AWS-0089", "AWS-0163"]
#     kics: ["f861041c-8c9f-4156-acfc-5e6e524f5884", "ee9e50e8-b2ed-4176-ad42-8fc0cf7593f4"]
#     cdk_nag: ["AwsSolutions-S1"]
#     security_hub: ["S3.9", "CloudTrail.7"]
#     regula: ["FG_R00031", "FG_R00274"]
#   expected: >-
#     The bucket writes its access log to another bucket.
#   fix:
#     terraform: >-
#       Add aws_s3_bucket_logging with target_bucket and target_prefix.
#     construct: >-
#       SecureBucket takes accessLogs.
#   since: "0.1.0"
package bulwark.rules.s3_bucket_access_logged

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.s3
import data.bulwark.lib.tf

findings contains s3.missing(bucket, "aws_s3_bucket_logging", "logging") if {
	some bucket in s3.buckets
	not s3.is_log_target(bucket)
	count(s3.logging(bucket)) == 0
}

findings contains result.not_applicable(bucket, "access-log-bucket") if {
	some bucket in s3.buckets
	s3.is_log_target(bucket)
}

findings contains s3.from(fact, setting.source) if {
	some bucket in s3.buckets
	not s3.is_log_target(bucket)
	some setting in s3.logging(bucket)
	some fact in judge.value_written(bucket, "target_bucket", tf.step(setting.values, "target_bucket"))
}
