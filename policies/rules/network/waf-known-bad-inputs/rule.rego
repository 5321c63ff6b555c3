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
#     regula: ["FG_R00500"]
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

findings contains fact if {
	some r in tf.resources("aws_wafv2_web_acl")
	group_rules := [rule | some rule in waf.rules(r); tf.step(group_of(rule.block), "name") == name]
	not guarded(group_rules)
	some fact in unguarded(r, group_rules, hidden(r))
}

name := "AWSManagedRulesKnownBadInputsRuleSet"

group_of(block) := tf.dig(block, ["statement", "managed_rule_group_statement"])

guarded(group_rules) if {
	some rule in group_rules
	count(weakened(rule.block)) == 0
	count(hidden_in(rule.block)) == 0
}

unguarded(r, _, open) := [result.unknown(r, "rule", value) | some value in open] if count(open) > 0

unguarded(r, [], []) := [result.absent(r, concat(".", ["rule", name]))]

unguarded(r, group_rules, []) := [result.with_detail(result.fail(r, rule.path, seen, "lets-through"), rule.path) |
	some rule in group_rules
	some seen in weakened(rule.block)
] if {
	count(group_rules) > 0
}

hidden(r) := array.concat(waf.unreadable(r), [part | some rule in waf.rules(r); some part in hidden_in(rule.block)])

# What is not known of a rule that uses the group, or may.
hidden_in(block) := [part |
	group := group_of(block)
	may_be_guard(tf.step(group, "name"))
	some part in array.concat(
		[tf.step(group, "name"), tf.dig(block, ["override_action", "count"])],
		[part | some override in tf.list(tf.step(group, "rule_action_override")); some part in deciding(override)],
	)
	tf.is_unknown(part)
]

may_be_guard(value) if value == name

may_be_guard(value) if tf.is_unknown(value)

deciding(override) := [tf.step(override, "action_to_use")] if {
	startswith(tf.step(override, "name"), "Log4JRCE")
} else := [tf.step(override, "name")]

# What of the group lets through what it finds: all of it, or its rules against Log4j.
weakened(block) := [name] if {
	not is_null(tf.dig(block, ["override_action", "count"]))
} else := [rule |
	some override in tf.list(tf.step(group_of(block), "rule_action_override"))
	rule := tf.step(override, "name")
	startswith(rule, "Log4JRCE")
	some weak in ["allow", "count"]
	not is_null(tf.dig(override, ["action_to_use", weak]))
]
