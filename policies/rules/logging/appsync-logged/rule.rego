# METADATA
# title: "GraphQL interfaces log requests and field errors"
# description: >-
#   A GraphQL interface has one address and one path: without its own log nobody can say what was asked for. The
#   level ERROR keeps the errors of each field and no answers.
# related_resources:
#   - ref: https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html
#     description: "Logging in AppSync"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/appsync-controls.html#appsync-2
#     description: "AppSync.2"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/appsync_graphql_api
#     description: "aws_appsync_graphql_api"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["aws_appsync_graphql_api"]
#   obligations: [OBL-CONS-5, OBL-INC-1]
#   equivalents:
#     checkov: ["CKV_AWS_193", "CKV_AWS_194"]
#     trivy: []
#     kics: []
#     cdk_nag: ["AwsSolutions-ASC3"]
#     security_hub: ["AppSync.2"]
#     regula: []
#   expected: >-
#     log_config names a role, and field_log_level is not NONE.
#   fix:
#     terraform: >-
#       log_config { cloudwatch_logs_role_arn = aws_iam_role.NAME.arn, field_log_level = "ERROR" }
#   since: "0.1.0"
package bulwark.rules.appsync_logged

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_appsync_graphql_api")
	some fact in judge.one_of(r, ["log_config", "field_log_level"], {"ERROR", "INFO", "DEBUG", "ALL"}, "NONE")
}
