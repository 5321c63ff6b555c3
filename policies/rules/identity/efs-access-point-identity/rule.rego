# METADATA
# title: "Access points say who the caller is"
# description: >-
#   Without posix_user the caller says by itself who it is, root included. With uid 0 every caller is root.
# related_resources:
#   - ref: https://docs.aws.amazon.com/efs/latest/ug/enforce-identity-access-points.html
#     description: "Identity of access points"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html#efs-4
#     description: "EFS.4"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/efs_access_point
#     description: "aws_efs_access_point"
# custom:
#   severity: medium
#   domain: identity
#   resource_types: ["aws_efs_access_point"]
#   obligations: [OBL-IAM-8]
#   equivalents:
#     checkov: ["CKV_AWS_330"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["EFS.4"]
#     regula: []
#   expected: >-
#     posix_user is written, and its uid is not 0.
#   fix:
#     terraform: >-
#       posix_user { uid = 1000, gid = 1000 }
#   since: "0.1.0"
package bulwark.rules.efs_access_point_identity

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_efs_access_point")
	some fact in judge.known_written(r, ["posix_user", "uid"])
}

findings contains result.fail(r, "posix_user.uid", uid, "root-user") if {
	some r in tf.resources("aws_efs_access_point")
	uid := tf.dig(r.values, ["posix_user", "uid"])
	tf.is_known(uid)
	to_number(uid) == 0
}
