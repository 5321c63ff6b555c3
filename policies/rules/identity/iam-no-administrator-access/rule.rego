# METADATA
# title: "Nothing of the backend is an administrator"
# description: >-
#   Attaching the AWS managed policy AdministratorAccess (or IAMFullAccess, with which one can give it to oneself, or
#   PowerUserAccess, which is everything but IAM, Organizations and the account) to a role, user, group or permission
#   set makes it worth stealing: a leaked credential then owns the account.
# related_resources:
#   - ref: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AdministratorAccess.html
#     description: "AdministratorAccess"
#   - ref: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/PowerUserAccess.html
#     description: "PowerUserAccess"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_role_policy_attachment
#     description: "aws_iam_role_policy_attachment"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_role_policy_attachments_exclusive
#     description: "aws_iam_role_policy_attachments_exclusive"
# custom:
#   severity: critical
#   domain: identity
#   resource_types: ["aws_iam_role_policy_attachment", "aws_iam_user_policy_attachment", "aws_iam_group_policy_attachment", "aws_iam_policy_attachment", "aws_iam_role", "aws_ssoadmin_managed_policy_attachment", "aws_iam_role_policy_attachments_exclusive", "aws_iam_user_policy_attachments_exclusive", "aws_iam_group_policy_attachments_exclusive"]
#   obligations: [OBL-IAM-8]
#   equivalents:
#     checkov: ["CKV_AWS_274", "CKV_AWS_275", "CKV2_AWS_56"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     No attachment names AdministratorAccess, IAMFullAccess or PowerUserAccess.
#   fix:
#     terraform: >-
#       Attach a policy that lists the actions and resources the principal needs.
#   since: "0.1.0"
package bulwark.rules.iam_no_administrator_access

import data.bulwark.lib.managed

findings contains fact if some fact in managed.facts({"AdministratorAccess", "IAMFullAccess", "PowerUserAccess"}, "administrator")
