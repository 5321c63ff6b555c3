# METADATA
# title: "Custom authorizers check a token signature first"
# description: >-
#   With signing disabled, every connection attempt of anyone on the internet invokes the authorizer function, and
#   the function alone stands between a forged token and the fleet. Token signing lets AWS IoT refuse forgeries
#   before. An active authorizer without a public key to check tokens with is refused by the provider at plan; in a
#   synthesized stack it is a finding here.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/config-custom-auth.html
#     description: "Signing tokens of custom authorizers"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iot_authorizer
#     description: "aws_iot_authorizer"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["aws_iot_authorizer"]
#   obligations: [OBL-IAM-10]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     signing_disabled is not true, and an active authorizer has a public key.
#   fix:
#     terraform: >-
#       signing_disabled = false, with token_key_name and token_signing_public_keys.
#   since: "0.1.0"
package bulwark.rules.iot_authorizer_signed

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_iot_authorizer")
	some fact in judge.one_of(r, ["signing_disabled"], {false, "false"}, false)
}

findings contains result.absent(r, "token_signing_public_keys") if {
	some r in tf.resources("aws_iot_authorizer")
	not tf.step(r.values, "status") == "INACTIVE"
	not tf.is_unknown(tf.step(r.values, "status"))
	tf.step(r.values, "signing_disabled") in {null, false, "false"}
	tf.step(r.values, "token_signing_public_keys") in {null, {}}
}

findings contains result.unknown(r, "status", status) if {
	some r in tf.resources("aws_iot_authorizer")
	status := tf.step(r.values, "status")
	tf.is_unknown(status)
	tf.step(r.values, "signing_disabled") in {null, false, "false"}
	tf.step(r.values, "token_signing_public_keys") in {null, {}}
}

findings contains result.unknown(r, "token_signing_public_keys", keys) if {
	some r in tf.resources("aws_iot_authorizer")
	not tf.step(r.values, "status") == "INACTIVE"
	keys := tf.step(r.values, "token_signing_public_keys")
	judge.may_be_nothing(keys)
}
