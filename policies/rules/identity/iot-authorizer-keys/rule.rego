# METADATA
# title: "Active authorizers have keys to check tokens with"
# description: >-
#   An authorizer that is active and signs tokens needs at least one public key; without it no token can ever be
#   right, and the fleet is locked out or somebody turns signing off to get it back.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/config-custom-auth.html
#     description: "Signing tokens of custom authorizers"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iot_authorizer
#     description: "aws_iot_authorizer"
# custom:
#   severity: medium
#   domain: identity
#   resource_types: ["aws_iot_authorizer"]
#   obligations: [OBL-IAM-10]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#   expected: >-
#     token_signing_public_keys has a key wherever the authorizer is active and signing is on.
#   fix:
#     terraform: >-
#       token_signing_public_keys = { current = file("token.pub.pem") }
#   since: "0.1.0"
package bulwark.rules.iot_authorizer_keys

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.absent(r, "token_signing_public_keys") if {
	some r in tf.resources("aws_iot_authorizer")
	object.get(r.values, "status", "ACTIVE") in {"ACTIVE", null}
	not tf.is_true(tf.step(r.values, "signing_disabled"))
	not tf.is_unknown(tf.step(r.values, "signing_disabled"))
	has_no_keys(object.get(r.values, "token_signing_public_keys", null))
}

findings contains result.not_applicable(r, "inactive-or-unsigned") if {
	some r in tf.resources("aws_iot_authorizer")
	is_exempt(r)
}

findings contains result.unknown(r, "signing_disabled", r.values.signing_disabled) if {
	some r in tf.resources("aws_iot_authorizer")
	tf.is_unknown(r.values.signing_disabled)
	not r.values.status == "INACTIVE"
	has_no_keys(object.get(r.values, "token_signing_public_keys", null))
}

is_exempt(r) if r.values.status == "INACTIVE"

is_exempt(r) if tf.is_true(tf.step(r.values, "signing_disabled"))

has_no_keys(null)

has_no_keys({})
