# METADATA
# title: "Nobody may make or fetch credentials everywhere"
# description: >-
#   Some actions answer with a credential: a token of an identity pool, the password of an instance, a login to a
#   data base, an access key. Allowed on * and without a condition they turn one identity into all of them. Roles
#   are judged by iam-policy-assume-narrow as well, keys and logins of users by iam-policy-no-escalation.
# related_resources:
#   - ref: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
#     description: "Service Authorization Reference"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_policy
#     description: "aws_iam_policy"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_role_policy
#     description: "aws_iam_role_policy"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["aws_iam_policy", "aws_iam_role_policy", "aws_iam_user_policy", "aws_iam_group_policy", "aws_iam_role", "aws_ssoadmin_permission_set_inline_policy"]
#   obligations: [OBL-IAM-4, OBL-IAM-8]
#   equivalents:
#     checkov: ["CKV_AWS_107", "CKV_AWS_287", "CKV_AWS_355"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     No Allow statement lets such an action reach * without a condition.
#   fix:
#     terraform: >-
#       Resource = "arn:aws:rds-db:REGION:ACCOUNT:dbuser:CLUSTER/USER"
#     construct: >-
#       ServiceRole.allow takes actions and literal ARNs.
#   since: "0.1.0"
package bulwark.rules.iam_policy_credentials_narrow

import data.bulwark.lib.grants
import data.bulwark.lib.iam
import data.bulwark.lib.iam_actions as actions
import data.bulwark.lib.result

findings contains result.with_detail(result.fail(grant.d.r, place, sort(found), "gives-out-credentials"), place) if {
	some grant in actions.on_everything
	found := actions.among(grant, actions.credentials)
	count(found) > 0
	place := iam.path(grant.d.attribute, grant.s, "Action")
}

findings contains fact if some fact in grants.unjudged_identity

findings contains fact if some fact in actions.hidden(actions.credentials)
