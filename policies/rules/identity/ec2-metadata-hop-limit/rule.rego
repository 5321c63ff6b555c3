# METADATA
# title: "The metadata service does not answer beyond the instance"
# description: >-
#   A hop limit of 1 keeps the answer on the host: a container behind a bridge or a proxy does not get the host's
#   credentials. Hosts whose containers need them want a waiver with the reason, or roles of their own for the
#   containers.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html
#     description: "Metadata options"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html#autoscaling-4
#     description: "AutoScaling.4"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/instance
#     description: "aws_instance"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/spot_instance_request
#     description: "aws_spot_instance_request"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/launch_template
#     description: "aws_launch_template"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ec2_instance_metadata_defaults
#     description: "aws_ec2_instance_metadata_defaults"
# custom:
#   severity: low
#   domain: identity
#   resource_types: ["aws_instance", "aws_spot_instance_request", "aws_launch_template", "aws_launch_configuration", "aws_ec2_instance_metadata_defaults"]
#   obligations: [OBL-IAM-4]
#   equivalents:
#     checkov: ["CKV_AWS_341"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     http_put_response_hop_limit is 1 or not written, of instances, templates and the default of the account.
#   fix:
#     terraform: >-
#       http_put_response_hop_limit = 1
#   since: "0.1.0"
package bulwark.rules.ec2_metadata_hop_limit

import data.bulwark.lib.ec2
import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some type in ec2.with_templates
	some r in tf.resources(type)
	tf.dig(r.values, ["metadata_options", "http_endpoint"]) != "disabled"
	some fact in judge.at_most(r, ["metadata_options", "http_put_response_hop_limit"], 1, 1)
}

# The default of the account; -1 leaves it to the images.
findings contains fact if {
	some r in tf.resources("aws_ec2_instance_metadata_defaults")
	some fact in judge.at_most(r, ["http_put_response_hop_limit"], 1, -1)
}
