# METADATA
# title: "Images are not public"
# description: >-
#   A public image can be started and searched by every account in the world, with all that was left on its disk:
#   keys, tokens, source code. Sharing with named accounts is a decision; sharing with all is a leak.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-intro.html
#     description: "Sharing images"
#   - ref: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/block-public-access-to-amis.html
#     description: "Blocking public access to images"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ami_launch_permission
#     description: "aws_ami_launch_permission"
#   - ref: https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_LaunchPermissionConfiguration.html
#     description: "Launch permissions of images that Image Builder makes"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/imagebuilder_distribution_configuration
#     description: "aws_imagebuilder_distribution_configuration"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ec2_image_block_public_access
#     description: "aws_ec2_image_block_public_access"
# custom:
#   severity: critical
#   domain: data
#   resource_types: ["aws_ami_launch_permission", "aws_imagebuilder_distribution_configuration", "aws_ec2_image_block_public_access"]
#   obligations: [OBL-DATA-7, OBL-SDLC-8]
#   equivalents:
#     checkov: ["CKV_AWS_205"]
#     trivy: []
#     kics: ["ba4e0031-3e9d-4d7d-b0d6-bd8f003f8698"]
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     No launch permission is for the group all, of an image or of those that Image Builder makes, and public access is not unblocked.
#   fix:
#     terraform: >-
#       account_id = "111122223333", or organization_arn
#   since: "0.1.0"
package bulwark.rules.image_private

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.fail(r, "group", "all", "public") if {
	some r in tf.resources("aws_ami_launch_permission")
	tf.step(r.values, "group") == "all"
}

findings contains result.unknown(r, "group", group) if {
	some r in tf.resources("aws_ami_launch_permission")
	group := tf.step(r.values, "group")
	tf.is_unknown(group)
}

# Image Builder gives the images that it makes to groups too.
findings contains fact if {
	some r in tf.resources("aws_imagebuilder_distribution_configuration")
	some distribution in tf.list(object.get(r.values, "distribution", null))
	some group in tf.list(tf.dig(distribution, ["ami_distribution_configuration", "launch_permission", "user_groups"]))
	some fact in of_group(r, group)
}

of_group(r, "all") := [result.fail(r, user_groups, "all", "public")]

of_group(r, group) := [result.unknown(r, user_groups, group)] if tf.is_unknown(group)

user_groups := "distribution.ami_distribution_configuration.launch_permission.user_groups"

findings contains fact if {
	some r in tf.resources("aws_ec2_image_block_public_access")
	some fact in judge.one_of(r, ["state"], {"block-new-sharing"}, "block-new-sharing")
}
