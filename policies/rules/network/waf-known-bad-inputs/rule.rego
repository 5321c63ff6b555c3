# METADATA
# title: "Web firewalls turn away what is known to be bad"
# description: >-
#   The group of known bad inputs that AWS keeps holds the signatures of attacks in use, Log4j's CVE-2021-44228
#   among them. It costs no rule of one's own and is of use only if it blocks: an override to count or a rule of it
#   left out lets the attack through.
# related_resources:
#   - ref: https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html#aws-managed-rule-groups-baseline-known-bad-inputs
#     description: "Known bad inputs"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/wafv2_web_acl
#     description: "aws_wafv2_web_acl"
# custom:
#   severity: medium
#   domain: network
#   resource_types: ["aws_wafv2_web_acl"]
#   obligations: [OBL-CONS-4, OBL-RISK-5]
#   equivalents:
#     checkov: ["CKV_AWS_192", "CKV2_AWS_47", "CKV2_AWS_76", "CKV2_AWS_77", "CKV2_AWS_78"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#   expected: >-
#     A rule uses AWSManagedRulesKnownBadInputsRuleSet and does not override it to count, as a group or for Log4JRCE.
#   fix:
#     terraform: >-
#       managed_rule_group_statement { name = "AWSManagedRulesKnownBadInputsRuleSet", vendor_name = "AWS" }
#   since: "0.1.0"
package bulwark.rules.waf_known_bad_inputs

import data.bulwark.lib.result
import data.bulwark.lib.tf
import data.bulwark.lib.waf

findings contains result.absent(r, "rule.AWSManagedRulesKnownBadInputsRuleSet") if {
	some r in tf.resources("aws_wafv2_web_acl")
	count(of_group(r)) == 0
	count(hidden(r)) == 0
}

findings contains result.with_detail(result.fail(r, place, seen, "lets-through"), place) if {
	some r in tf.resources("aws_wafv2_web_acl")
	count(hidden(r)) == 0
	not guards(r)
	some rule in of_group(r)
	place := rule.path
	some seen in weakened(rule.block)
}

findings contains result.unknown(r, "rule", value) if {
	some r in tf.resources("aws_wafv2_web_acl")
	not guards(r)
	some value in hidden(r)
}

name := "AWSManagedRulesKnownBadInputsRuleSet"

of_group(r) := [rule | some rule in waf.rules(r); group_of(rule.block).name == name]

group_of(block) := tf.head(tf.dig(block, ["statement", "managed_rule_group_statement"]))

hidden(r) := array.concat(waf.unreadable(r), [part |
	some rule in waf.rules(r)
	group := tf.dig(rule.block, ["statement", "managed_rule_group_statement"])
	may_be_guard(tf.step(group, "name"))
	some part in array.concat(
		[tf.step(group, "name"), tf.dig(rule.block, ["override_action", "count"])],
		[part |
			some override in tf.list(tf.step(group, "rule_action_override"))
			some part in [override, tf.step(override, "name")]
		],
	)
	tf.is_unknown(part)
])

may_be_guard(value) if value == name

may_be_guard(value) if tf.is_unknown(value)

guards(r) if {
	some rule in of_group(r)
	count(weakened(rule.block)) == 0
	count([override | some override in tf.list(tf.step(group_of(rule.block), "rule_action_override")); tf.is_unknown(override)]) == 0
}

# What of the group lets through what it finds: all of it, or its rules against Log4j.
weakened(block) := [name] if {
	not is_null(tf.dig(block, ["override_action", "count"]))
} else := [rule |
	some override in tf.list(tf.step(group_of(block), "rule_action_override"))
	rule := tf.step(override, "name")
	startswith(rule, "Log4JRCE")
	action := tf.step(override, "action_to_use")
	some weak in ["allow", "count"]
	not is_null(tf.step(action, weak))
]
