# METADATA
# title: "Web firewalls record what they refused"
# description: >-
#   The log shows which rule met which request: how an attack is seen coming, and how a rule that hits the
#   innocent is found. A filter that drops what was refused takes away just that.
# related_resources:
#   - ref: https://docs.aws.amazon.com/waf/latest/developerguide/logging.html
#     description: "Logging of web ACLs"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/waf-controls.html#waf-11
#     description: "WAF.11"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/wafv2_web_acl
#     description: "aws_wafv2_web_acl"
#   - ref: https://docs.aws.amazon.com/waf/latest/APIReference/API_LoggingFilter.html
#     description: "Filters of the log"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/wafv2_web_acl_logging_configuration
#     description: "aws_wafv2_web_acl_logging_configuration"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["aws_wafv2_web_acl", "aws_wafv2_web_acl_logging_configuration"]
#   obligations: [OBL-CONS-5, OBL-INC-1]
#   equivalents:
#     checkov: ["CKV2_AWS_31"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["WAF.11"]
#     regula: []
#   expected: >-
#     An aws_wafv2_web_acl_logging_configuration names the web ACL, and its filter keeps what was refused.
#   fix:
#     terraform: >-
#       resource "aws_wafv2_web_acl_logging_configuration" "NAME" { resource_arn = aws_wafv2_web_acl.NAME.arn,
#       ... }
#   since: "0.1.0"
package bulwark.rules.waf_logged

import data.bulwark.lib.links
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_wafv2_web_acl")
	some fact in links.required(r, "aws_wafv2_web_acl", "aws_wafv2_web_acl_logging_configuration", "logging_configuration")
}

findings contains result.fail(r, "logging_filter", null, "refused-not-recorded") if {
	some [r, filter] in filtered
	count(hidden(filter)) == 0
	drops(filter)
}

findings contains result.unknown(r, "logging_filter", value) if {
	some [r, filter] in filtered
	some value in hidden(filter)
}

filtered := [[r, filter] |
	some r in tf.resources("aws_wafv2_web_acl_logging_configuration")
	filter := tf.step(r.values, "logging_filter")
	not is_null(filter)
]

hidden(filter) := [value |
	some value in array.concat(
		[filter, tf.step(filter, "default_behavior")],
		[value |
			some part in tf.list(tf.step(filter, "filter"))
			some value in array.concat([part, tf.step(part, "behavior"), tf.step(part, "requirement")], actions(part))
		],
	)
	tf.is_unknown(value)
]

# Nothing that takes refused requests keeps them.
drops(filter) if {
	tf.step(filter, "default_behavior") == "DROP"
	count([part | some part in taking(filter); tf.step(part, "behavior") == "KEEP"]) == 0
}

# All that were refused are dropped, whatever else they are.
drops(filter) if {
	some part in taking(filter)
	tf.step(part, "behavior") == "DROP"
	takes_all(part)
}

taking(filter) := [part | some part in tf.list(tf.step(filter, "filter")); "BLOCK" in actions(part)]

takes_all(part) if tf.step(part, "requirement") == "MEETS_ANY"

takes_all(part) if count(actions(part)) == 1

actions(part) := [tf.dig(condition, ["action_condition", "action"]) | some condition in tf.list(tf.step(part, "condition"))]
