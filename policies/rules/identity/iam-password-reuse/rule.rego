# METADATA
# title: "Console passwords are not used again"
# description: >-
#   Absent lets a person go back to a password that has leaked.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html
#     description: "Account password policy"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-16
#     description: "IAM.16"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_account_password_policy
#     description: "aws_iam_account_password_policy"
# custom:
#   severity: low
#   domain: identity
#   resource_types: ["aws_iam_account_password_policy"]
#   obligations: [OBL-IAM-1, OBL-IAM-4]
#   equivalents:
#     checkov: ["CKV_AWS_13"]
#     trivy: ["AWS-0056"]
#     kics: ["89806cdc-9c2e-4bd1-a0dc-53f339bcfb2a"]
#     cdk_nag: []
#     security_hub: ["IAM.16"]
#     regula: ["FG_R00002", "FG_R00088"]
#   expected: >-
#     password_reuse_prevention is 24.
#   fix:
#     terraform: >-
#       password_reuse_prevention = 24
#   since: "0.1.0"
package bulwark.rules.iam_password_reuse

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_iam_account_password_policy")
	some fact in judge.at_least(r, ["password_reuse_prevention"], 24, 0)
}
