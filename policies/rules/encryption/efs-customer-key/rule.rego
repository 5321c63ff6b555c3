# METADATA
# title: "File systems use a customer managed key"
# description: >-
#   The key aws/elasticfilesystem belongs to AWS: its policy cannot be narrowed and it cannot be withdrawn.
# related_resources:
#   - ref: https://docs.aws.amazon.com/efs/latest/ug/EFSKMS.html
#     description: "Keys for EFS"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/efs_file_system
#     description: "aws_efs_file_system"
# custom:
#   severity: low
#   domain: encryption
#   resource_types: ["aws_efs_file_system"]
#   obligations: [OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_184"]
#     trivy: []
#     kics: ["25d251f3-f348-4f95-845c-1090e41a615c"]
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     kms_key_id names a customer managed key.
#   fix:
#     terraform: >-
#       kms_key_id = aws_kms_key.NAME.arn
#   since: "0.1.0"
package bulwark.rules.efs_customer_key

import data.bulwark.lib.kms
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_efs_file_system")
	not is_plain(r)
	some fact in kms.customer_key(r, "kms_key_id", tf.step(r.values, "kms_key_id"))
}

findings contains result.not_applicable(r, "not-encrypted") if {
	some r in tf.resources("aws_efs_file_system")
	is_plain(r)
}

# Missing encryption is reported by efs-encrypted.
is_plain(r) if {
	is_null(tf.step(r.values, "kms_key_id"))
	not tf.is_true(tf.step(r.values, "encrypted"))
}
