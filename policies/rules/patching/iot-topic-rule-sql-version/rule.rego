# METADATA
# title: "Rules pin a current SQL version"
# description: >-
#   Version 2015-10-08 is the first one, with known faults in arrays, base64 and nested queries; beta changes under
#   you. A rule that means something else than its author thinks is a hole in the data path.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/iot-rule-sql-version.html
#     description: "SQL versions"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iot_topic_rule
#     description: "aws_iot_topic_rule"
# custom:
#   severity: low
#   domain: patching
#   resource_types: ["aws_iot_topic_rule"]
#   obligations: [OBL-SDLC-6]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     sql_version is 2016-03-23.
#   fix:
#     terraform: >-
#       sql_version = "2016-03-23"
#     construct: >-
#       TelemetryRule pins it.
#   since: "0.1.0"
package bulwark.rules.iot_topic_rule_sql_version

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_iot_topic_rule")
	some fact in judge.one_of(r, ["sql_version"], {"2016-03-23"}, "2015-10-08")
}
