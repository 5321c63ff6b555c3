# METADATA
# title: "A stack that stores firmware can sign it"
# description: >-
#   A firmware bucket without a signing profile leaves integrity to whoever can write to the bucket. Buckets tagged
#   bulwark:data-class = firmware need an aws_signer_signing_profile in the same input, or an asymmetric KMS key for
#   signing. A profile that signs Lambda packages or container images signs no firmware.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/jobs-code-signing.html
#     description: "Code signing for jobs"
#   - ref: https://docs.aws.amazon.com/signer/latest/developerguide/cli-profile.html
#     description: "Platforms of AWS Signer"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/signer_signing_profile
#     description: "aws_signer_signing_profile"
# custom:
#   severity: high
#   domain: patching
#   resource_types: ["aws_s3_bucket"]
#   obligations: [OBL-SDLC-7]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     The input has an aws_signer_signing_profile for devices, or an aws_kms_key with key_usage SIGN_VERIFY.
#   fix:
#     terraform: >-
#       Add aws_signer_signing_profile with platform_id AWSIoTDeviceManagement-SHA256-ECDSA and your signing
#       certificate.
#     construct: >-
#       FirmwareStore brings the signing profile.
#   since: "0.1.0"
package bulwark.rules.firmware_signed

import data.bulwark.lib.result
import data.bulwark.lib.s3
import data.bulwark.lib.tf

findings contains result.fail(bucket, "", null, "no-signing-profile") if {
	some bucket in s3.buckets
	is_firmware(bucket)
	count(signers) == 0
	count(undecided) == 0
}

findings contains object.union(result.unknown(bucket, "", undecided[0].value), {"related": [undecided[0].address]}) if {
	some bucket in s3.buckets
	is_firmware(bucket)
	count(signers) == 0
	count(undecided) > 0
}

findings contains result.not_applicable(bucket, "other-data-class") if {
	some bucket in s3.buckets
	not is_firmware(bucket)
}

is_firmware(bucket) if s3.data_class(bucket) == "firmware"

signers := array.concat(
	[profile | some profile in tf.resources("aws_signer_signing_profile"); not signs_elsewhere(profile)],
	[key | some key in tf.resources("aws_kms_key"); key.values.key_usage == "SIGN_VERIFY"],
)

undecided := [{"address": r.address, "value": r.values[attribute]} |
	some type, attribute in {"aws_kms_key": "key_usage", "aws_signer_signing_profile": "platform_id"}
	some r in tf.resources(type)
	tf.is_unknown(r.values[attribute])
]

# Or cannot be said to sign for devices.
signs_elsewhere(profile) if profile.values.platform_id in {"AWSLambda-SHA384-ECDSA", "Notation-OCI-SHA384-ECDSA"}

signs_elsewhere(profile) if tf.is_unknown(profile.values.platform_id)
