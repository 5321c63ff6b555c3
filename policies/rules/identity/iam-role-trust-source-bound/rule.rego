# METADATA
# title: "A service assumes a role only for this account"
# description: >-
#   iot.amazonaws.com and its like act for every customer. A trust policy that names only the service lets another
#   customer point a rule, a stream or a trail at the role: the confused deputy. aws:SourceAccount or aws:SourceArn
#   in the condition binds the role to this account. Judged are the services whose documentation asks for it; Lambda,
#   EC2 and ECS tasks run in the account and are not among them.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/cross-service-confused-deputy-prevention.html
#     description: "AWS IoT: confused deputy"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_role
#     description: "aws_iam_role"
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
#     description: "The confused deputy problem"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["aws_iam_role"]
#   obligations: [OBL-IAM-8]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     Trust in a service carries a condition on aws:SourceAccount, aws:SourceOrgID, or aws:SourceArn with an account
#     or a bucket in it.
#   fix:
#     terraform: >-
#       Condition = { StringEquals = { "aws:SourceAccount" = ACCOUNT }, ArnLike = { "aws:SourceArn" =
#       "arn:aws:iot:REGION:ACCOUNT:*" } }
#     construct: >-
#       ServiceRole with sourceArn.
#   since: "0.1.0"
package bulwark.rules.iam_role_trust_source_bound

import data.bulwark.lib.bounds
import data.bulwark.lib.grants
import data.bulwark.lib.iam
import data.bulwark.lib.result

findings contains result.with_detail(result.fail(r, path, principal.value, "no-source-condition"), principal.value) if {
	some {"r": r, "s": s, "principal": principal} in grants.trusted
	principal.kind == "Service"
	is_deputy(principal.value)
	not is_bound(s.body)
	path := iam.path("assume_role_policy", s, "Condition")
}

findings contains fact if some fact in grants.unreadable_trust

findings contains result.with_detail(result.unknown(r, path, value), path) if {
	some {"r": r, "s": s, "principal": principal} in grants.trusted
	principal.kind == "Service"
	is_deputy(principal.value)
	some value in iam.hidden_conditions(s.body)
	path := iam.path("assume_role_policy", s, "Condition")
}

is_deputy(service) if deputies[service]

# CloudWatch Logs has a principal for each region.
is_deputy(service) if {
	startswith(service, "logs.")
	endswith(service, ".amazonaws.com")
}

deputies := {
	"iot.amazonaws.com", "credentials.iot.amazonaws.com", "firehose.amazonaws.com", "cloudtrail.amazonaws.com",
	"scheduler.amazonaws.com", "pipes.amazonaws.com", "states.amazonaws.com", "sns.amazonaws.com",
	"s3.amazonaws.com", "config.amazonaws.com", "vpc-flow-logs.amazonaws.com", "iotsitewise.amazonaws.com",
	"greengrass.amazonaws.com", "ssm.amazonaws.com", "kinesisanalytics.amazonaws.com",
}

is_bound(statement) if {
	some condition in iam.conditions(statement)
	condition.key in {"aws:sourceaccount", "aws:sourcearn", "aws:sourceorgid", "aws:sourceorgpaths"}
	bounds.names_source(condition)
}

# It may be, and is said to be unknown.
is_bound(statement) if count(iam.hidden_conditions(statement)) > 0
