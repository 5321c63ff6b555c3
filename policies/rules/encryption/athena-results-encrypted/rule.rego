# METADATA
# title: "Answers of queries are encrypted on purpose"
# description: >-
#   Athena writes the answer of every query into a bucket: the data itself, copied past the rights of the table.
#   Without an encryption configuration whoever runs the query decides how, or the bucket does. A workgroup that
#   writes no result configuration leaves it to the client.
# related_resources:
#   - ref: https://docs.aws.amazon.com/athena/latest/ug/encrypting-query-results-stored-in-s3.html
#     description: "Encrypting query results"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/athena_workgroup
#     description: "aws_athena_workgroup"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/athena_database
#     description: "aws_athena_database"
# custom:
#   severity: medium
#   domain: encryption
#   resource_types: ["aws_athena_workgroup", "aws_athena_database"]
#   obligations: [OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_77", "CKV_AWS_159"]
#     trivy: ["AWS-0006"]
#     kics: ["b2315cae-b110-4426-81e0-80bb8640cdd3", "d364984a-a222-4b5f-a8b0-e23ab19ebff3"]
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     encryption_configuration has an encryption_option.
#   fix:
#     terraform: >-
#       encryption_configuration { encryption_option = "SSE_KMS" kms_key_arn = aws_kms_key.NAME.arn }
#   since: "0.1.0"
package bulwark.rules.athena_results_encrypted

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_athena_workgroup")
	some fact in judge.one_of(r, array.concat(["configuration", "result_configuration"], option), options, null)
}

findings contains fact if {
	some r in tf.resources("aws_athena_database")
	some fact in judge.one_of(r, option, options, null)
}

option := ["encryption_configuration", "encryption_option"]

options := {"SSE_S3", "SSE_KMS", "CSE_KMS"}
