# METADATA
# title: "File systems are not open to everyone"
# description: >-
#   A policy that names everyone lets whoever reaches a mount target mount, write, or be root. Name the roles, or
#   narrow everyone by a condition.
# related_resources:
#   - ref: https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
#     description: "Policies of file systems"
#   - ref: https://docs.aws.amazon.com/efs/latest/ug/access-control-block-public-access.html
#     description: "Blocking public access"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/efs_file_system_policy
#     description: "aws_efs_file_system_policy"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["aws_efs_file_system_policy"]
#   obligations: [OBL-IAM-8, OBL-DATA-7]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: ["fae52418-bb8b-4ac2-b287-0b9082d6a3fd"]
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     No allowing statement names everyone without a condition that narrows it.
#   fix:
#     terraform: >-
#       Principal = { AWS = aws_iam_role.NAME.arn }
#   since: "0.1.0"
package bulwark.rules.efs_policy_not_public

import data.bulwark.lib.resource_policy
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_efs_file_system_policy")
	some fact in resource_policy.public_facts(r, "policy", object.get(r.values, "policy", null))
}
