# METADATA
# title: "Nobody logs in with a password of the account"
# description: >-
#   aws_iam_user_login_profile gives a user of the account a password for the console: a credential without an
#   end, outside the directory where people join and leave, and its first value lies in the state. IAM Identity
#   Center or federation gives people roles that end by themselves.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-users-federation-idp
#     description: "People use federation"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_user_login_profile
#     description: "aws_iam_user_login_profile"
# custom:
#   severity: medium
#   domain: identity
#   resource_types: ["aws_iam_user", "aws_iam_user_login_profile"]
#   obligations: [OBL-IAM-1, OBL-IAM-4]
#   equivalents:
#     checkov: ["CKV2_AWS_22"]
#     trivy: []
#     kics: ["9ec311bf-dfd9-421f-8498-0b063c8bc552", "b592ffd4-0577-44b6-bd35-8c5ee81b5918"]
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     No user of the account has an aws_iam_user_login_profile.
#   fix:
#     terraform: >-
#       Remove it; give people roles through aws_ssoadmin_account_assignment or a SAML provider.
#   since: "0.1.0"
package bulwark.rules.iam_no_console_users

import data.bulwark.lib.links
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_related(result.fail(r, "login_profile", null, "console-password"), [profile.address]) if {
	some r in tf.resources("aws_iam_user")
	some profile in links.to(r, "aws_iam_user_login_profile")
}

findings contains result.with_related(result.unknown(r, "login_profile", profile.values.user), [profile.address]) if {
	some r in tf.resources("aws_iam_user")
	some profile in links.doubtful(r, "aws_iam_user", "aws_iam_user_login_profile")
}

# Of a user that stands in another stack.
findings contains result.fail(profile, "user", profile.values.user, "console-password") if {
	some profile in tf.resources("aws_iam_user_login_profile")
	is_string(profile.values.user)
	not called[profile.values.user]
}

called := {r.values.name | some r in tf.resources("aws_iam_user")}
