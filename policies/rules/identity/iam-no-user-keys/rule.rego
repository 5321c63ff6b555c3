# METADATA
# title: "No long-lived access keys"
# description: >-
#   aws_iam_access_key makes a key that works until somebody deletes it, and writes its secret into the state. So does
#   aws_iam_service_specific_credential, with a password for Keyspaces or CodeCommit. Roles, role aliases and identity
#   federation give credentials that end by themselves.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles
#     description: "Temporary credentials with roles"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_access_key
#     description: "aws_iam_access_key"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_service_specific_credential
#     description: "aws_iam_service_specific_credential"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["aws_iam_access_key", "aws_iam_service_specific_credential"]
#   obligations: [OBL-IAM-4, OBL-SDLC-13]
#   equivalents:
#     checkov: ["CKV_AWS_348"]
#     trivy: ["AWS-0141"]
#     kics: ["970d224d-b42a-416b-81f9-8f4dfe70c4bc", "7081f85c-b94d-40fd-8b45-a4f1cac75e46", "3561130e-9c5f-485b-9e16-2764c82763e5"]
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     There is no active aws_iam_access_key and no active aws_iam_service_specific_credential.
#   fix:
#     terraform: >-
#       Remove it; use aws_iam_role with a trust policy, or aws_iam_openid_connect_provider for pipelines.
#   since: "0.1.0"
package bulwark.rules.iam_no_user_keys

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.fail(r, "", null, "long-lived-key") if {
	some type in types
	some r in tf.resources(type)
	status := object.get(r.values, "status", null)
	not tf.is_unknown(status)
	status != "Inactive"
}

findings contains result.unknown(r, "status", r.values.status) if {
	some type in types
	some r in tf.resources(type)
	tf.is_unknown(r.values.status)
}

# https://docs.aws.amazon.com/keyspaces/latest/devguide/programmatic.credentials.ssc.html
types := ["aws_iam_access_key", "aws_iam_service_specific_credential"]
