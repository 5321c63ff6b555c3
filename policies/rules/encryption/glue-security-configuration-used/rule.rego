# METADATA
# title: "Jobs and crawlers name a security configuration"
# description: >-
#   Without a security configuration the logs, bookmarks and temporary files of a Glue job, crawler or development
#   endpoint are written as the service sees fit.
# related_resources:
#   - ref: https://docs.aws.amazon.com/glue/latest/dg/encryption-security-configuration.html
#     description: "Security configurations"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/glue_job
#     description: "aws_glue_job"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/glue_crawler
#     description: "aws_glue_crawler"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/glue_dev_endpoint
#     description: "aws_glue_dev_endpoint"
# custom:
#   severity: medium
#   domain: encryption
#   resource_types: ["aws_glue_job", "aws_glue_crawler", "aws_glue_dev_endpoint"]
#   obligations: [OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_195"]
#     trivy: []
#     kics: []
#     cdk_nag: ["AwsSolutions-GL1", "AwsSolutions-GL3"]
#     security_hub: []
#     regula: []
#   expected: >-
#     security_configuration is set.
#   fix:
#     terraform: >-
#       security_configuration = aws_glue_security_configuration.NAME.name
#   since: "0.1.0"
package bulwark.rules.glue_security_configuration_used

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some type in types
	some r in tf.resources(type)
	some fact in judge.written(r, ["security_configuration"])
}

# An expression may be null; a reference to a configuration is one.
findings contains result.unknown(r, "security_configuration", r.values.security_configuration) if {
	some type in types
	some r in tf.resources(type)
	tf.is_unknown(r.values.security_configuration)
	not tf.refers_to_type(r.values.security_configuration, "aws_glue_security_configuration")
}

types := ["aws_glue_job", "aws_glue_crawler", "aws_glue_dev_endpoint"]
