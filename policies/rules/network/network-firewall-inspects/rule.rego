# METADATA
# title: "Network firewalls look at what they pass"
# description: >-
#   A firewall policy says what becomes of packets that no stateless rule names. With aws:pass they go on unseen, and
#   what is handed to the stateful rules passes too where there are none. Such a firewall costs money and looks like
#   protection.
# related_resources:
#   - ref: https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateless-default-actions.html
#     description: "Default actions"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/networkfirewall-controls.html#networkfirewall-4
#     description: "NetworkFirewall.4"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/networkfirewall-controls.html#networkfirewall-5
#     description: "NetworkFirewall.5"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/networkfirewall-controls.html#networkfirewall-3
#     description: "NetworkFirewall.3"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/networkfirewall_firewall_policy
#     description: "aws_networkfirewall_firewall_policy"
# custom:
#   severity: medium
#   domain: network
#   resource_types: ["aws_networkfirewall_firewall_policy"]
#   obligations: [OBL-IAM-10]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["NetworkFirewall.3", "NetworkFirewall.4", "NetworkFirewall.5"]
#     regula: []
#   expected: >-
#     No default action is aws:pass, and what is handed on meets a stateful rule group or a default action that drops.
#   fix:
#     terraform: >-
#       stateless_default_actions = ["aws:forward_to_sfe"], stateful_rule_group_reference { resource_arn = ... }
#   since: "0.1.0"
package bulwark.rules.network_firewall_inspects

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(result.fail(r, path, action, "not-allowed"), path) if {
	some [r, path, action] in defaults
	is_string(action)
	lower(action) == "aws:pass"
}

findings contains result.with_detail(result.unknown(r, path, action), path) if {
	some [r, path, action] in defaults
	tf.is_unknown(action)
}

defaults := [[r, path, action] |
	some r in tf.resources("aws_networkfirewall_firewall_policy")
	some attribute in ["stateless_default_actions", "stateless_fragment_default_actions"]
	path := concat(".", ["firewall_policy", attribute])
	some action in tf.list(tf.dig(r.values, ["firewall_policy", attribute]))
]

findings contains fact if {
	some r in tf.resources("aws_networkfirewall_firewall_policy")
	hands_on(r)
	some fact in unless_dropped(r, judge.known_written(r, ["firewall_policy", "stateful_rule_group_reference"]))
}

hands_on(r) if {
	some [policy, _, action] in defaults
	policy.address == r.address
	lower(action) == "aws:forward_to_sfe"
}

# In strict order a default action may drop what no rule names.
# https://docs.aws.amazon.com/network-firewall/latest/developerguide/suricata-rule-evaluation-order.html
unless_dropped(r, facts) := [] if {
	some action in stateful_defaults(r)
	startswith(action, "aws:drop_")
} else := [result.unknown(r, "firewall_policy.stateful_default_actions", hidden[0]) | some _ in facts] if {
	hidden := [action | some action in stateful_defaults(r); tf.is_unknown(action)]
	count(hidden) > 0
} else := facts

stateful_defaults(r) := tf.list(tf.dig(r.values, ["firewall_policy", "stateful_default_actions"]))
