# METADATA
# title: "A client cannot choose where answers go, and how"
# description: >-
#   With enforce_workgroup_configuration false each client may name another bucket and no encryption for the
#   answers of its queries, whatever the workgroup says.
# related_resources:
#   - ref: https://docs.aws.amazon.com/athena/latest/ug/workgroups-settings-override.html
#     description: "Workgroup settings override client settings"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/athena_workgroup
#     description: "aws_athena_workgroup"
# custom:
#   severity: medium
#   domain: encryption
#   resource_types: ["aws_athena_workgroup"]
#   obligations: [OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_82"]
#     trivy: ["AWS-0007"]
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     enforce_workgroup_configuration is not false.
#   fix:
#     terraform: >-
#       enforce_workgroup_configuration = true
#   since: "0.1.0"
package bulwark.rules.athena_workgroup_enforced

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_athena_workgroup")
	some fact in judge.enabled(r, ["configuration", "enforce_workgroup_configuration"], true)
}
