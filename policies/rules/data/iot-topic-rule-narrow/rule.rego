# METADATA
# title: "Rules take named fields from a narrow filter"
# description: >-
#   SELECT * stores whatever a device sends, today and after its next firmware; a filter such as # or +/# also
#   catches reserved and foreign topics. Data minimisation is decided here: name the fields and the topic.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/iot-sql-select.html
#     description: "SELECT and FROM"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iot_topic_rule
#     description: "aws_iot_topic_rule"
# custom:
#   severity: medium
#   domain: data
#   resource_types: ["aws_iot_topic_rule"]
#   obligations: [OBL-DATA-5]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     The SQL names its fields, and its topic filter starts with a fixed part.
#   fix:
#     terraform: >-
#       sql = "SELECT temperature, battery FROM 'fleet/+/telemetry'"
#     construct: >-
#       telemetryFields of IotBackend names what is kept.
#   since: "0.1.0"
package bulwark.rules.iot_topic_rule_narrow

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(result.fail(r, "sql", r.values.sql, "select-all"), "select") if {
	some r in tf.resources("aws_iot_topic_rule")
	text := upper(trim_space(tf.text(r.values.sql)))
	startswith(text, "SELECT")
	contains(text, "*")
	regex.match(`^SELECT\s(?:[^*]*,)?\s*\*(?:\s|,|$)`, text)
}

findings contains result.with_detail(result.fail(r, "sql", r.values.sql, "broad-filter"), "from") if {
	some r in tf.resources("aws_iot_topic_rule")
	some start in [`'#`, `'+`, `"#`, `"+`]
	contains(tf.text(r.values.sql), start)
	regex.match(`(?i)\sFROM\s+['"][#+]`, tf.text(r.values.sql))
}

findings contains result.unknown(r, "sql", r.values.sql) if {
	some r in tf.resources("aws_iot_topic_rule")
	tf.is_unknown(r.values.sql)
	not tf.has_text(r.values.sql)
}
