# METADATA
# title: "Groups of instances start from launch templates"
# description: >-
#   Launch configurations take no new instance types and cannot be made in new accounts; what they say about
#   metadata, disks and images can only be changed by making another. A launch template has versions, so that a
#   patched image is one line.
# related_resources:
#   - ref: https://docs.aws.amazon.com/autoscaling/ec2/userguide/launch-configurations.html
#     description: "Launch configurations"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html#autoscaling-9
#     description: "AutoScaling.9"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/autoscaling_group
#     description: "aws_autoscaling_group"
# custom:
#   severity: low
#   domain: patching
#   resource_types: ["aws_autoscaling_group"]
#   obligations: [OBL-RISK-5]
#   equivalents:
#     checkov: ["CKV_AWS_315"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["AutoScaling.9"]
#     regula: []
#   expected: >-
#     launch_template or mixed_instances_policy is written.
#   fix:
#     terraform: >-
#       launch_template { id = aws_launch_template.NAME.id, version = aws_launch_template.NAME.latest_version }
#   since: "0.1.0"
package bulwark.rules.autoscaling_launch_template

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.absent(r, "launch_template") if {
	some r in tf.resources("aws_autoscaling_group")
	is_null(tf.step(r.values, "launch_template"))
	is_null(tf.step(r.values, "mixed_instances_policy"))
}

findings contains result.unknown(r, "launch_template", value) if {
	some r in tf.resources("aws_autoscaling_group")
	is_null(tf.step(r.values, "mixed_instances_policy"))
	value := object.get(r.values, "launch_template", null)
	tf.is_unknown(value)
}
