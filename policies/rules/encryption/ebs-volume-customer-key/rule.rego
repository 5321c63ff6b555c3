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
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ebs_default_kms_key
#     description: "aws_ebs_default_kms_key"
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
#     regula: []
#   expected: >-
#     kms_key_id, or the default key of the account, names a customer managed key.
#   fix:
#     terraform: >-
#       kms_key_id = aws_kms_key.NAME.arn
#   since: "0.1.0"
package bulwark.rules.ebs_volume_customer_key

import data.bulwark.lib.ebs
import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_ebs_volume")
	some fact in facts(r, tf.step(r.values, "snapshot_id"))
}

# A volume that names no key has that of its snapshot: https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html
facts(r, snapshot) := [result.not_applicable(r, "encrypted-as-its-snapshots")] if {
	is_null(tf.step(r.values, "kms_key_id"))
	ebs.is_encrypted(snapshot)
} else := [fact] if {
	is_null(tf.step(r.values, "kms_key_id"))
	not ebs.is_here(snapshot)
	fact := judge.from_backup(r, "snapshot_id", snapshot)
} else := ebs.customer_key(r)
