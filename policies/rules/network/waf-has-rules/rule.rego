# METADATA
# title: "Web firewalls have rules"
# description: >-
#   A web ACL without rules lets everything through and looks like protection. One that blocks by default needs none.
# related_resources:
#   - ref: https://docs.aws.amazon.com/waf/latest/developerguide/web-acl.html
#     description: "Web ACLs"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/waf-controls.html#waf-10
#     description: "WAF.10"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/wafv2_web_acl
#     description: "aws_wafv2_web_acl"
# custom:
#   severity: medium
#   domain: network
#   resource_types: ["aws_wafv2_web_acl"]
#   obligations: [OBL-IAM-10]
#   equivalents:
#     checkov: ["CKV_AWS_175"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["WAF.10"]
#     regula: []
#   expected: >-
#     At least one rule is written.
#   fix:
#     terraform: >-
#       rule { ... managed_rule_group_statement { ... } }
#   since: "0.1.0"
package bulwark.rules.waf_has_rules

import data.bulwark.lib.result
import data.bulwark.lib.tf
import data.bulwark.lib.waf

findings contains fact if {
	some r in tf.resources("aws_wafv2_web_acl")
	some fact in judged(r, waf.unreadable(r))
}

judged(r, unreadable) := [result.unknown(r, "rule", value) | some value in unreadable] if {
	count(unreadable) > 0
} else := [] if {
	count(waf.rules(r)) > 0
} else := without_rules(r, tf.dig(r.values, ["default_action", "block"]))

without_rules(r, block) := [result.absent(r, "rule")] if {
	is_null(block)
} else := [result.unknown(r, "default_action", block)] if {
	tf.is_unknown(block)
} else := [result.not_applicable(r, "blocks-by-default")]
