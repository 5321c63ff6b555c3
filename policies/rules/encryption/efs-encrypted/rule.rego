# METADATA
# title: "File systems are encrypted at rest"
# description: >-
#   Absent means in the clear, and it cannot be switched on later.
# related_resources:
#   - ref: https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html
#     description: "Encryption of EFS"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html#efs-1
#     description: "EFS.1"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/efs_file_system
#     description: "aws_efs_file_system"
# custom:
#   severity: high
#   domain: encryption
#   resource_types: ["aws_efs_file_system"]
#   obligations: [OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_42", "CKV_AWS_184"]
#     trivy: ["AWS-0037"]
#     kics: ["48207659-729f-4b5c-9402-f884257d794f", "25d251f3-f348-4f95-845c-1090e41a615c"]
#     cdk_nag: ["AwsSolutions-EFS1"]
#     security_hub: ["EFS.1", "EFS.8"]
#     regula: []
#   expected: >-
#     encrypted is true.
#   fix:
#     terraform: >-
#       encrypted = true
#   since: "0.1.0"
package bulwark.rules.efs_encrypted

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_efs_file_system")
	some fact in judge.enabled(r, ["encrypted"], false)
}
