# METADATA
# title: "Instances give their credentials only to those who hold a session token"
# description: >-
#   Version 1 of the metadata service answers any request, so one forged request through a web application takes
#   the role's credentials. Absent counts as optional: images and account defaults may say otherwise, but nothing
#   here shows it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html
#     description: "IMDSv2"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-8
#     description: "EC2.8"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/instance
#     description: "aws_instance"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/spot_instance_request
#     description: "aws_spot_instance_request"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/launch_template
#     description: "aws_launch_template"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["aws_instance", "aws_spot_instance_request", "aws_launch_template", "aws_launch_configuration", "aws_ec2_instance_metadata_defaults"]
#   obligations: [OBL-IAM-4]
#   equivalents:
#     checkov: ["CKV_AWS_79"]
#     trivy: ["AWS-0028", "AWS-0130"]
#     kics: ["c306ac53-ee5b-41d3-86a9-0fd2722b4e67"]
#     cdk_nag: []
#     security_hub: ["EC2.8", "EC2.170", "AutoScaling.3"]
#     regula: []
#   expected: >-
#     metadata_options.http_tokens is required, or the endpoint is disabled.
#   fix:
#     terraform: >-
#       metadata_options { http_tokens = "required" }
#   since: "0.1.0"
package bulwark.rules.ec2_metadata_token_required

import data.bulwark.lib.ec2
import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some type in ec2.with_templates
	some r in tf.resources(type)
	not is_off(r)
	not from_elsewhere(r)
	some fact in unless_open(r, judge.one_of(r, ["metadata_options", "http_tokens"], {"required"}, "optional"))
}

# What nobody wrote may be required by a default of the account that nobody knows yet.
unless_open(r, facts) := [object.union(result.unknown(r, "metadata_options.http_tokens", defaults[0].values.http_tokens), {"related": [defaults[0].address]})] if {
	facts[0].reason == "absent"
	defaults := open_defaults(r)
	count(defaults) > 0
} else := facts

open_defaults(r) := [defaults |
	some defaults in tf.resources("aws_ec2_instance_metadata_defaults")
	tf.holds_for(defaults, r)
	tf.is_unknown(defaults.values.http_tokens)
]

# The default of the account: nothing written, or no-preference, leaves it to the images.
# https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ec2_instance_metadata_defaults
findings contains fact if {
	some r in tf.resources("aws_ec2_instance_metadata_defaults")
	some fact in judge.one_of(r, ["http_tokens"], {"required", "no-preference"}, "no-preference")
}

findings contains result.not_applicable(r, "set-by-launch-template-or-account") if {
	some type in ec2.with_templates
	some r in tf.resources(type)
	from_elsewhere(r)
}

is_off(r) if tf.dig(r.values, ["metadata_options", "http_endpoint"]) == "disabled"

# What the resource leaves open, its launch template or the account's default decides.
from_elsewhere(r) if {
	is_null(tf.dig(r.values, ["metadata_options", "http_tokens"]))
	not is_null(tf.step(r.values, "launch_template"))
}

from_elsewhere(r) if {
	is_null(tf.dig(r.values, ["metadata_options", "http_tokens"]))
	some defaults in tf.resources("aws_ec2_instance_metadata_defaults")
	tf.holds_for(defaults, r)
	defaults.values.http_tokens == "required"
}
