# METADATA
# title: Web firewalls
# description: >-
#   Reads the rules of a web ACL, written as blocks or as JSON, as one list of {path, block}. A block that nobody can read before apply stays
#   unknown in it.
package bulwark.lib.waf

import data.bulwark.lib.tf

rules(r) := array.concat(
	[{"path": place("rule", index), "block": block} | some index, block in tf.list(object.get(r.values, "rule", null))],
	[{"path": place("rule_json", index), "block": as_block(rule)} | some index, rule in in_json(tf.step(r.values, "rule_json")); is_object(rule)],
)

place(attribute, index) := concat("", [attribute, "[", format_int(index, 10), "]"])

# What of the rules cannot be read: blocks known only later, and a text that is no list in JSON.
unreadable(r) := array.concat(
	[block | some block in tf.list(object.get(r.values, "rule", null)); tf.is_unknown(block)],
	[value | value := tf.step(r.values, "rule_json"); is_unreadable(value)],
)

is_unreadable(value) if tf.is_unknown(value)

is_unreadable(value) if {
	is_string(value)
	value != ""
	not json.is_valid(value)
}

is_unreadable(value) if {
	json.is_valid(value)
	not is_array(json.unmarshal(value))
}

# https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/wafv2_web_acl#rule_json-1
in_json(value) := list if {
	json.is_valid(value)
	list := json.unmarshal(value)
	is_array(list)
} else := []

# A rule as the interface of AWS has it, in the form of a block: https://docs.aws.amazon.com/waf/latest/APIReference/API_Rule.html
as_block(rule) := {
	"override_action": {"count": object.get(rule, ["OverrideAction", "Count"], null)},
	"statement": {"managed_rule_group_statement": {
		"name": object.get(rule, ["Statement", "ManagedRuleGroupStatement", "Name"], null),
		"rule_action_override": overrides(rule),
	}},
	"visibility_config": {"cloudwatch_metrics_enabled": object.get(rule, ["VisibilityConfig", "CloudWatchMetricsEnabled"], null)},
}

overrides(rule) := array.concat(
	[{"name": object.get(override, "Name", null), "action_to_use": {
		"allow": object.get(override, ["ActionToUse", "Allow"], null),
		"count": object.get(override, ["ActionToUse", "Count"], null),
	}} |
		some override in object.get(rule, ["Statement", "ManagedRuleGroupStatement", "RuleActionOverrides"], [])
	],
	# The older form of an override to count.
	[{"name": object.get(excluded, "Name", null), "action_to_use": {"count": {}}} |
		some excluded in object.get(rule, ["Statement", "ManagedRuleGroupStatement", "ExcludedRules"], [])
	],
)
