# METADATA
# title: "Buckets keep earlier versions"
# description: >-
#   Versioning keeps what an overwrite or a deletion would destroy, by mistake or by an attacker who encrypts what he
#   finds. Object lock and code signing for IoT jobs need it as well.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html
#     description: "Versioning"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket_versioning
#     description: "aws_s3_bucket_versioning"
# custom:
#   severity: medium
#   domain: resilience
#   resource_types: ["aws_s3_bucket", "aws_s3_bucket_versioning"]
#   obligations: [OBL-INC-3, OBL-SDLC-8]
#   equivalents:
#     checkov: ["CKV_AWS_21"]
#     trivy: ["AWS-0090"]
#     kics: ["568a4d22-3517-44a6-a7ad-6a7eed88722c"]
#     cdk_nag: []
#     security_hub: ["S3.14"]
#     regula: ["FG_R00101"]
#   expected: >-
#     Versioning is Enabled.
#   fix:
#     terraform: >-
#       Add aws_s3_bucket_versioning with versioning_configuration { status = "Enabled" }.
#     construct: >-
#       SecureBucket sets it.
#   since: "0.1.0"
package bulwark.rules.s3_bucket_versioned

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.s3
import data.bulwark.lib.tf

findings contains s3.missing(bucket, versioning_type, "versioning") if {
	some bucket in s3.buckets
	count(s3.versioning(bucket)) == 0
}

findings contains s3.from(fact, setting.source) if {
	some r in s3.holders(versioning_type)
	some setting in s3.versioning(r)
	block := tf.step(setting.values, "versioning_configuration")
	some fact in judged(r, block)
}

findings contains fact if some fact in s3.set_aside(versioning_type)

versioning_type := "aws_s3_bucket_versioning"

judged(r, block) := [result.unknown(r, "versioning_configuration", block)] if tf.is_unknown(block)

judged(r, block) := facts if {
	not tf.is_unknown(block)
	status := tf.step(block, "status")
	not is_null(status)
	facts := judge.value_one_of(r, "versioning_configuration.status", status, {"Enabled"}, null)
}

judged(r, block) := facts if {
	not tf.is_unknown(block)
	is_null(tf.step(block, "status"))
	facts := judge.value_enabled(r, "versioning.enabled", tf.step(block, "enabled"), false)
}
