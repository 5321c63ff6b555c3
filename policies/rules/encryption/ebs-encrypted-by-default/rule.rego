# METADATA
# title: "The account encrypts volumes by default"
# description: >-
#   With encryption by default nobody can make an unencrypted volume in the region, by hand or by a forgotten
#   template. One setting an account and region.
# related_resources:
#   - ref: https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html
#     description: "Encryption by default"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-7
#     description: "EC2.7"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ebs_encryption_by_default
#     description: "aws_ebs_encryption_by_default"
# custom:
#   severity: medium
#   domain: encryption
#   resource_types: ["aws_ebs_encryption_by_default"]
#   obligations: [OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_106"]
#     trivy: []
#     kics: ["3d3f6270-546b-443c-adb4-bb6fb2187ca6"]
#     cdk_nag: []
#     security_hub: ["EC2.7"]
#     regula: []
#   expected: >-
#     enabled is not false.
#   fix:
#     terraform: >-
#       enabled = true
#   since: "0.1.0"
package bulwark.rules.ebs_encrypted_by_default

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_ebs_encryption_by_default")
	some fact in judge.enabled(r, ["enabled"], true)
}
