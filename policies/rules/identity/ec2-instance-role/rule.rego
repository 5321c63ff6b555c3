# METADATA
# title: "Instances have a role of their own"
# description: >-
#   Software on an instance without a role gets its rights from keys that somebody puts there, which never expire
#   and travel with images. Without a role there is no Session Manager and no patching by Systems Manager either.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html
#     description: "Roles for EC2"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/instance
#     description: "aws_instance"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/spot_instance_request
#     description: "aws_spot_instance_request"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/spot_fleet_request
#     description: "aws_spot_fleet_request"
# custom:
#   severity: low
#   domain: identity
#   resource_types: ["aws_instance", "aws_spot_instance_request", "aws_spot_fleet_request"]
#   obligations: [OBL-IAM-4, OBL-IAM-8]
#   equivalents:
#     checkov: ["CKV2_AWS_41"]
#     trivy: []
#     kics: ["0b93729a-d882-4803-bdc3-ac429a21f158"]
#     cdk_nag: []
#     security_hub: []
#     regula: ["FG_R00253"]
#   expected: >-
#     iam_instance_profile is written (of a Spot Fleet, it or iam_instance_profile_arn), or a launch template gives it.
#   fix:
#     terraform: >-
#       iam_instance_profile = aws_iam_instance_profile.NAME.name
#   since: "0.1.0"
package bulwark.rules.ec2_instance_role

import data.bulwark.lib.ec2
import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in instances
	is_null(tf.step(r.values, "launch_template"))
	some fact in judge.known_written(r, ["iam_instance_profile"])
}

findings contains result.not_applicable(r, "set-by-launch-template") if {
	some r in instances
	not is_null(tf.step(r.values, "launch_template"))
	not tf.is_unknown(tf.step(r.values, "launch_template"))
}

findings contains result.unknown(r, "launch_template", tf.step(r.values, "launch_template")) if {
	some r in instances
	tf.is_unknown(tf.step(r.values, "launch_template"))
	count(judge.known_written(r, ["iam_instance_profile"])) > 0
}

instances := [r | some type in ec2.instances; some r in tf.resources(type)]

findings contains result.not_applicable(r, "set-by-launch-template") if {
	some r in ec2.fleets_of_templates
}

findings contains result.with_detail(fact, launch.detail) if {
	some launch in ec2.fleet_launches
	some fact in of_launch(launch.r, [tf.step(launch.body, key) | some key in ["iam_instance_profile", "iam_instance_profile_arn"]])
}

# Named or by its ARN: one of the two.
of_launch(r, profiles) := [] if {
	some profile in profiles
	judge.is_something(profile)
} else := [result.unknown(r, "launch_specification.iam_instance_profile", open[0])] if {
	open := [profile | some profile in profiles; judge.may_be_nothing(profile)]
} else := [result.absent(r, "launch_specification.iam_instance_profile")]
