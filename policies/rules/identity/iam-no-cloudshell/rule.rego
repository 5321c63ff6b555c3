# METADATA
# title: "Nobody holds all rights to CloudShell"
# description: >-
#   The AWS managed policy AWSCloudShellFullAccess gives a shell with root rights, the internet and a transfer of
#   files both ways: whoever holds it, or steals the session, carries data out past the network controls. A policy
#   of one's own leaves out cloudshell:GetFileDownloadUrls and GetFileUploadUrls.
# related_resources:
#   - ref: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSCloudShellFullAccess.html
#     description: "AWSCloudShellFullAccess"
#   - ref: https://docs.aws.amazon.com/cloudshell/latest/userguide/sec-auth-with-identities.html
#     description: "Rights to CloudShell and to its single actions"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-27
#     description: "IAM.27"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_role_policy_attachment
#     description: "aws_iam_role_policy_attachment"
# custom:
#   severity: medium
#   domain: identity
#   resource_types: ["aws_iam_role_policy_attachment", "aws_iam_user_policy_attachment", "aws_iam_group_policy_attachment", "aws_iam_policy_attachment", "aws_iam_role", "aws_ssoadmin_managed_policy_attachment", "aws_iam_role_policy_attachments_exclusive", "aws_iam_user_policy_attachments_exclusive", "aws_iam_group_policy_attachments_exclusive"]
#   obligations: [OBL-IAM-8]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["IAM.27"]
#     regula: []
#   expected: >-
#     No attachment names AWSCloudShellFullAccess.
#   fix:
#     terraform: >-
#       Attach a policy that allows cloudshell:CreateSession and the like, without GetFileDownloadUrls and GetFileUploadUrls.
#   since: "0.1.0"
package bulwark.rules.iam_no_cloudshell

import data.bulwark.lib.managed

findings contains fact if some fact in managed.facts({"AWSCloudShellFullAccess"}, "carries-files-out")
