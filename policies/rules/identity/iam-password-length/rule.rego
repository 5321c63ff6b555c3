# METADATA
# title: "Console passwords have at least fourteen characters"
# description: >-
#   A policy that says nothing of length takes six characters. A password policy that expires passwords is not
#   asked for: people then count up.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html
#     description: "Account password policy"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-15
#     description: "IAM.15"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_account_password_policy
#     description: "aws_iam_account_password_policy"
# custom:
#   severity: medium
#   domain: identity
#   resource_types: ["aws_iam_account_password_policy"]
#   obligations: [OBL-IAM-1]
#   equivalents:
#     checkov: ["CKV_AWS_10"]
#     trivy: ["AWS-0063"]
#     kics: ["1bc1c685-e593-450e-88fb-19db4c82aa1d"]
#     cdk_nag: []
#     security_hub: ["IAM.15"]
#     regula: ["FG_R00025"]
#   expected: >-
#     minimum_password_length is at least 14.
#   fix:
#     terraform: >-
#       minimum_password_length = 14
#   since: "0.1.0"
package bulwark.rules.iam_password_length

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_iam_account_password_policy")
	some fact in judge.at_least(r, ["minimum_password_length"], 14, 6)
}
