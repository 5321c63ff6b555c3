# METADATA
# title: "Volumes are encrypted"
# description: >-
#   An unencrypted volume can be copied and shared as a snapshot and read by whoever holds it. Encryption costs
#   nothing and cannot be switched on later. A stack that switches on encryption by default covers its volumes; a volume from a snapshot is as that was.
# related_resources:
#   - ref: https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html
#     description: "EBS encryption"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-3
#     description: "EC2.3"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ebs_volume
#     description: "aws_ebs_volume"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ebs_encryption_by_default
#     description: "aws_ebs_encryption_by_default"
# custom:
#   severity: high
#   domain: encryption
#   resource_types: ["aws_ebs_volume", "aws_ebs_encryption_by_default"]
#   obligations: [OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_3", "CKV2_AWS_2"]
#     trivy: ["AWS-0026"]
#     kics: ["cc997676-481b-4e93-aa81-d19f8c5e9b12"]
#     cdk_nag: ["AwsSolutions-EC26"]
#     security_hub: ["EC2.3"]
#     regula: ["FG_R00016"]
#   expected: >-
#     encrypted is true, or the stack encrypts by default.
#   fix:
#     terraform: >-
#       encrypted = true
#   since: "0.1.0"
package bulwark.rules.ebs_volume_encrypted

import data.bulwark.lib.ebs
import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_ebs_volume")
	not ebs.by_default(r)
	not ebs.is_encrypted(tf.step(r.values, "snapshot_id"))
	some fact in facts(r, tf.step(r.values, "snapshot_id"))
}

# What the volume says holds; what it leaves open, a snapshot of elsewhere decides.
facts(r, snapshot) := [fact] if {
	is_null(tf.step(r.values, "encrypted"))
	not ebs.is_here(snapshot)
	fact := judge.from_backup(r, "snapshot_id", snapshot)
} else := judge.enabled(r, ["encrypted"], false)
