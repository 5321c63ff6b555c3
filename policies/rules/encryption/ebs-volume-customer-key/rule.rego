# METADATA
# title: "Volumes use a customer managed key"
# description: >-
#   The key aws/ebs belongs to AWS: its policy cannot be narrowed and snapshots under it cannot be shared with
#   another account. A key of your own can be withdrawn.
# related_resources:
#   - ref: https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html
#     description: "EBS encryption"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ebs_volume
#     description: "aws_ebs_volume"
# custom:
#   severity: low
#   domain: encryption
#   resource_types: ["aws_ebs_volume"]
#   obligations: [OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_189"]
#     trivy: ["AWS-0027"]
#     kics: []
#     cdk_nag: []
#     security_hub: []
#   expected: >-
#     kms_key_id names a customer managed key.
#   fix:
#     terraform: >-
#       kms_key_id = aws_kms_key.NAME.arn
#   since: "0.1.0"
package bulwark.rules.ebs_volume_customer_key

import data.bulwark.lib.kms
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_ebs_volume")
	some fact in kms.customer_key(r, "kms_key_id", tf.dig(r.values, ["kms_key_id"]))
}
