# METADATA
# title: "The trail reaches CloudWatch Logs"
# description: >-
#   Files in a bucket are read after the fact. Metric filters and alarms on policy changes, key deletions and root
#   logins need the trail in CloudWatch Logs as well.
# related_resources:
#   - ref: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html
#     description: "Sending events to CloudWatch Logs"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudtrail
#     description: "aws_cloudtrail"
# custom:
#   severity: low
#   domain: logging
#   resource_types: ["aws_cloudtrail"]
#   obligations: [OBL-CONS-5, OBL-INC-1]
#   equivalents:
#     checkov: ["CKV2_AWS_10"]
#     trivy: ["AWS-0162"]
#     kics: ["17b30f8f-8dfb-4597-adf6-57600b6cf25e"]
#     cdk_nag: []
#     security_hub: ["CloudTrail.5"]
#     regula: ["FG_R00029"]
#   expected: >-
#     cloud_watch_logs_group_arn names a log group.
#   fix:
#     terraform: >-
#       cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.NAME.arn}:*" and cloud_watch_logs_role_arn
#     construct: >-
#       AuditTrail brings its log group.
#   since: "0.1.0"
package bulwark.rules.cloudtrail_to_logs

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_cloudtrail")
	some fact in judge.known_written(r, ["cloud_watch_logs_group_arn"])
}
