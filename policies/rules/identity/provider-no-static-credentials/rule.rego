# METADATA
# title: "No credentials stand in a provider block"
# description: >-
#   A key in the code is in the repository, its copies and every plan, and works until someone deletes it. Counted
#   are texts long enough for a credential of AWS, also as default of a variable or, in a stack, in a local;
#   placeholders for an emulator are not. What a plan does not show, the content of locals, stays unknown.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs
#     description: "Authentication and configuration of the provider"
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html
#     description: "Temporary credentials for workloads"
#   - ref: https://docs.aws.amazon.com/IAM/latest/APIReference/API_AccessKey.html
#     description: "Length of an access key id"
# custom:
#   severity: critical
#   domain: identity
#   resource_types: ["Provider/aws", "Provider/awscc"]
#   obligations: [OBL-IAM-4, OBL-SDLC-13]
#   equivalents:
#     checkov: ["CKV_AWS_41"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     No access_key, secret_key, token or web_identity_token is written in the code.
#   fix:
#     terraform: >-
#       Leave them out: the run takes a role (assume_role, web identity of the CI) or the environment. Delete the key
#       that stood there; removing the line does not take it out of the history.
#   since: "0.1.0"
package bulwark.rules.provider_no_static_credentials

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(result.fail(r, path, null, "secret-written-out"), path) if {
	some r in providers
	some path, value in credentials(r)
	value == written_out
}

findings contains result.with_detail(result.unknown(r, path, value), path) if {
	some r in providers
	some path, value in credentials(r)
	tf.is_unknown(value)
	value["$unknown"] in {"expression", "opaque-document"}
}

providers := array.concat(tf.resources("Provider/aws"), tf.resources("Provider/awscc"))

# The lift never hands on what was written (policies/lift/providers.ts).
written_out := "(written out, not shown)"

credentials(r) := {concat(".", path): value |
	some path in [["access_key"], ["secret_key"], ["token"], ["assume_role_with_web_identity", "web_identity_token"]]
	value := tf.dig(r.values, path)
	not is_null(value)
}
