# METADATA
# title: "Access points show only their own folder"
# description: >-
#   Without a root directory of its own an access point shows the whole file system, other tenants' folders as
#   well.
# related_resources:
#   - ref: https://docs.aws.amazon.com/efs/latest/ug/efs-access-points.html
#     description: "Access points"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html#efs-3
#     description: "EFS.3"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/efs_access_point
#     description: "aws_efs_access_point"
# custom:
#   severity: medium
#   domain: identity
#   resource_types: ["aws_efs_access_point"]
#   obligations: [OBL-IAM-8]
#   equivalents:
#     checkov: ["CKV_AWS_329"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["EFS.3"]
#     regula: []
#   expected: >-
#     root_directory.path is not /.
#   fix:
#     terraform: >-
#       root_directory { path = "/worker" }
#   since: "0.1.0"
package bulwark.rules.efs_access_point_rooted

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_efs_access_point")
	some fact in judged(r, tf.dig(r.values, ["root_directory", "path"]))
}

judged(r, null) := [result.absent(r, "root_directory.path")]

judged(r, "") := [result.absent(r, "root_directory.path")]

judged(r, "/") := [result.fail(r, "root_directory.path", "/", "whole-file-system")]

judged(r, path) := [result.unknown(r, "root_directory.path", path)] if tf.is_unknown(path)

judged(_, path) := [] if {
	is_string(path)
	not path in {"", "/"}
}
