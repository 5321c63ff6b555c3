# METADATA
# title: "Web firewalls are measured"
# description: >-
#   Metrics tell at once when a rule begins to refuse much more than yesterday, and an alarm can hang on them.
# related_resources:
#   - ref: https://docs.aws.amazon.com/waf/latest/developerguide/monitoring-cloudwatch.html
#     description: "Metrics of AWS WAF"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/waf-controls.html#waf-12
#     description: "WAF.12"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/wafv2_web_acl
#     description: "aws_wafv2_web_acl"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/wafv2_rule_group
#     description: "aws_wafv2_rule_group"
# custom:
#   severity: low
#   domain: logging
#   resource_types: ["aws_wafv2_web_acl", "aws_wafv2_rule_group"]
#   obligations: [OBL-CONS-1]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["WAF.12"]
#     regula: []
#   expected: >-
#     cloudwatch_metrics_enabled is true for the web ACL or rule group and each rule.
#   fix:
#     terraform: >-
#       visibility_config { cloudwatch_metrics_enabled = true }
#   since: "0.1.0"
package bulwark.rules.waf_measured

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf
import data.bulwark.lib.waf

findings contains result.with_detail(fact, path) if {
	some type in ["aws_wafv2_web_acl", "aws_wafv2_rule_group"]
	some r in tf.resources(type)
	some [path, value] in switches(r)
	some fact in judge.value_enabled(r, path, value, false)
}

# Blocks that are not known are judged as such above.
findings contains result.unknown(r, "rule_json", value) if {
	some type in ["aws_wafv2_web_acl", "aws_wafv2_rule_group"]
	some r in tf.resources(type)
	some value in waf.unreadable(r)
	value == tf.step(r.values, "rule_json")
}

switches(r) := array.concat(
	[["visibility_config.cloudwatch_metrics_enabled", tf.dig(r.values, ["visibility_config", "cloudwatch_metrics_enabled"])]],
	[[path, tf.dig(rule.block, ["visibility_config", "cloudwatch_metrics_enabled"])] |
		some rule in waf.rules(r)
		path := concat(".", [rule.path, "visibility_config.cloudwatch_metrics_enabled"])
	],
)
