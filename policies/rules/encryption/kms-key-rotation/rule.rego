# METADATA
# title: "Keys rotate"
# description: >-
#   Rotation bounds what one leaked or weakened key opens. AWS rotates only where it is switched on, and only
#   symmetric keys for encryption with AWS-made material; others are rotated by hand and do not count here.
# related_resources:
#   - ref: https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html
#     description: "Rotating KMS keys"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/kms_key
#     description: "aws_kms_key"
# custom:
#   severity: medium
#   domain: encryption
#   resource_types: ["aws_kms_key"]
#   obligations: [OBL-DATA-7, OBL-IAM-4]
#   equivalents:
#     checkov: ["CKV_AWS_7"]
#     trivy: ["AWS-0065"]
#     kics: ["22fbfeac-7b5a-421a-8a27-7a2178bb910b"]
#     cdk_nag: ["AwsSolutions-KMS5"]
#     security_hub: ["KMS.4"]
#     regula: ["FG_R00036"]
#   expected: >-
#     enable_key_rotation is true, and the period is at most the baseline (365 days).
#   fix:
#     terraform: >-
#       enable_key_rotation = true and rotation_period_in_days = 365
#     construct: >-
#       DataKey, or keyRotationDays of IotBackend.
#   since: "0.1.0"
package bulwark.rules.kms_key_rotation

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_kms_key")
	can_rotate(r)
	some fact in judge.enabled(r, ["enable_key_rotation"], false)
}

findings contains fact if {
	some r in tf.resources("aws_kms_key")
	can_rotate(r)
	tf.is_true(tf.step(r.values, "enable_key_rotation"))
	some fact in judge.at_most(r, ["rotation_period_in_days"], data.baseline.keys.rotationPeriodDays, 365)
}

findings contains result.not_applicable(r, "not-rotatable") if {
	some r in tf.resources("aws_kms_key")
	not can_rotate(r)
	count(undecided(r)) == 0
}

findings contains result.unknown(r, attribute, r.values[attribute]) if {
	some r in tf.resources("aws_kms_key")
	some attribute in undecided(r)
}

# What says whether a key can rotate, and is known only after apply. A reference to a key store is a key store.
undecided(r) := {attribute |
	some attribute in ["customer_master_key_spec", "key_usage"]
	tf.is_unknown(r.values[attribute])
} | {"custom_key_store_id" |
	judge.may_be_nothing(r.values.custom_key_store_id)
}

can_rotate(r) if {
	object.get(r.values, "customer_master_key_spec", null) in {"SYMMETRIC_DEFAULT", null}
	object.get(r.values, "key_usage", null) in {"ENCRYPT_DECRYPT", null}
	is_null(tf.step(r.values, "custom_key_store_id"))
}
