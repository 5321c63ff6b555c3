# METADATA
# title: "Firmware and evidence do not go with the bucket"
# description: >-
#   force_destroy = true makes terraform destroy, or a renamed resource, delete every object and version without
#   asking. For buckets tagged bulwark:data-class = firmware, audit or evidence that is ten years of duty gone in one
#   apply.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket#force_destroy-1
#     description: "force_destroy"
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/delete-bucket.html
#     description: "Deleting a bucket"
# custom:
#   severity: medium
#   domain: resilience
#   resource_types: ["aws_s3_bucket"]
#   obligations: [OBL-SDLC-8, OBL-INC-5]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     force_destroy is not true.
#   fix:
#     terraform: >-
#       force_destroy = false (the default), and lifecycle { prevent_destroy = true }.
#     construct: >-
#       SecureBucket sets it, and prevents destruction.
#   since: "0.1.0"
package bulwark.rules.s3_bucket_no_force_destroy

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.s3

findings contains fact if {
	some bucket in s3.buckets
	s3.is_write_once(bucket)
	some fact in judge.one_of(bucket, ["force_destroy"], {false, "false"}, false)
}

findings contains result.not_applicable(bucket, "other-data-class") if {
	some bucket in s3.buckets
	not s3.is_write_once(bucket)
}
