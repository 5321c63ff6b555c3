# METADATA
# title: "The account blocks public snapshots"
# description: >-
#   A public snapshot is a disk that every account can mount. The switch of the account closes that way for all
#   snapshots, those made tomorrow included.
# related_resources:
#   - ref: https://docs.aws.amazon.com/ebs/latest/userguide/block-public-access-snapshots.html
#     description: "Blocking public access to snapshots"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ebs_snapshot_block_public_access
#     description: "aws_ebs_snapshot_block_public_access"
# custom:
#   severity: high
#   domain: data
#   resource_types: ["aws_ebs_snapshot_block_public_access"]
#   obligations: [OBL-DATA-7]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["EC2.182"]
#     regula: []
#   expected: >-
#     state is block-all-sharing or block-new-sharing.
#   fix:
#     terraform: >-
#       state = "block-all-sharing"
#   since: "0.1.0"
package bulwark.rules.snapshot_public_access_blocked

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_ebs_snapshot_block_public_access")
	some fact in judge.one_of(r, ["state"], {"block-all-sharing", "block-new-sharing"}, null)
}
