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

findings contains result.absent(r, "rule.AWSManagedRulesKnownBadInputsRuleSet") if {
	some r in tf.resources("aws_wafv2_web_acl")
	not guards(r)
	count(hidden(r)) == 0
}

findings contains result.unknown(r, "rule", value) if {
	some r in tf.resources("aws_wafv2_web_acl")
	not guards(r)
	some value in hidden(r)
}

hidden(r) := [value |
	some value in array.concat(
		[object.get(r.values, "rule", null), object.get(r.values, "rule_json", null)],
		[part |
			some rule in rules(r)
			name := tf.dig(rule, ["statement", "managed_rule_group_statement", "name"])
			may_be_guard(name)
			some part in [name, tf.dig(rule, ["override_action", "count"])]
		],
	)
	tf.is_unknown(value)
]

may_be_guard("AWSManagedRulesKnownBadInputsRuleSet")

may_be_guard(name) if tf.is_unknown(name)

rules(r) := [rule |
	some rule in tf.list(object.get(r.values, "rule", null))
	not tf.is_unknown(rule)
]

guards(r) if {
	some rule in rules(r)
	group := tf.dig(rule, ["statement", "managed_rule_group_statement"])
	tf.step(group, "name") == "AWSManagedRulesKnownBadInputsRuleSet"
	is_null(tf.dig(rule, ["override_action", "count"]))
	count(lifted(tf.head(group))) == 0
}

# rule_json is text; the group is named in it or it is not.
guards(r) if {
	text := tf.step(r.values, "rule_json")
	is_string(text)
	contains(text, "AWSManagedRulesKnownBadInputsRuleSet")
}

lifted(group) := [override |
	some override in tf.list(object.get(group, "rule_action_override", null))
	startswith(tf.step(override, "name"), "Log4JRCE")
	action := tf.step(override, "action_to_use")
	some weak in ["allow", "count"]
	not is_null(tf.step(action, weak))
]
