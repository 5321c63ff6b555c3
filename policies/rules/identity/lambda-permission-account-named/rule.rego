# METADATA
# title: "Permissions for S3 name the account of the bucket"
# description: >-
#   The ARN of a bucket has no account in it. When the bucket is deleted its name is free, and whoever takes it calls the
#   function from then on. With source_account the permission ends with the bucket. A permission without any source is
#   lambda-permission-bound.
# related_resources:
#   - ref: https://docs.aws.amazon.com/config/latest/developerguide/lambda-function-public-access-prohibited.html
#     description: "lambda-function-public-access-prohibited, which asks for it"
#   - ref: https://docs.aws.amazon.com/lambda/latest/dg/with-s3.html
#     description: "Functions that S3 calls"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lambda_permission
#     description: "aws_lambda_permission"
# custom:
#   severity: medium
#   domain: identity
#   resource_types: ["aws_lambda_permission"]
#   obligations: [OBL-IAM-8]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["Lambda.1"]
#     regula: ["FG_R00499"]
#   expected: >-
#     A permission for s3.amazonaws.com has source_account.
#   fix:
#     terraform: >-
#       source_account = data.aws_caller_identity.current.account_id
#   since: "0.1.0"
package bulwark.rules.lambda_permission_account_named

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_lambda_permission")
	some fact in of_caller(r, r.values.principal)
}

services := {"s3.amazonaws.com", "s3.amazonaws.com.cn"}

of_caller(r, principal) := of_source(r, tf.step(r.values, "source_arn"), tf.step(r.values, "source_account")) if services[principal]

of_caller(r, principal) := [result.not_applicable(r, "no-bucket-calls")] if {
	tf.is_known(principal)
	not services[principal]
}

# Who calls is open: it matters where the source is a bucket.
of_caller(r, principal) := [result.unknown(r, "principal", principal) |
	tf.is_unknown(principal)
	arn := tf.step(r.values, "source_arn")
	is_bucket(arn)
	count(of_source(r, arn, tf.step(r.values, "source_account"))) > 0
] if {
	tf.is_unknown(principal)
}

is_bucket(arn) if split(arn, ":")[2] == "s3"

is_bucket(arn) if tf.refers_to_type(arn, "aws_s3_bucket")

# Without any source it is told elsewhere, and whatever else of S3 calls, an access point say, has the account in its ARN.
of_source(_, arn, _) := [] if arn in {null, ""}

of_source(_, arn, _) := [] if regex.match(`^[0-9]{12}$`, split(arn, ":")[4])

of_source(r, arn, account) := of_account(r, account) if split(arn, ":")[4] == ""

of_source(r, arn, account) := of_account(r, account) if tf.is_unknown(arn)

of_account(r, account) := [result.fail(r, "source_account", null, "account-not-named")] if account in {null, ""}

of_account(r, account) := [result.unknown(r, "source_account", account) | judge.may_be_nothing(account)] if tf.is_unknown(account)
