# METADATA
# title: "Search domains are not open to everyone"
# description: >-
#   An access policy with Principal * and no narrowing condition lets anybody who reaches the endpoint read and
#   delete every index. Within a VPC and with fine-grained access, which asks each caller for a user, AWS recommends
#   just that: there the rule does not apply, unless anonymous callers are let in.
# related_resources:
#   - ref: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html
#     description: "Access policies"
#   - ref: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html
#     description: "Fine-grained access and open access policies"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/opensearch_domain_policy
#     description: "aws_opensearch_domain_policy"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/opensearch_domain
#     description: "aws_opensearch_domain"
# custom:
#   severity: critical
#   domain: identity
#   resource_types: ["aws_opensearch_domain_policy", "aws_opensearch_domain", "aws_elasticsearch_domain", "aws_elasticsearch_domain_policy"]
#   obligations: [OBL-IAM-8, OBL-DATA-7]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: ["16c4216a-50d3-4785-bfb2-4adb5144a8ba"]
#     cdk_nag: ["AwsSolutions-OS5"]
#     security_hub: []
#     regula: []
#   expected: >-
#     No Allow statement has Principal *, or NotPrincipal, without a condition that names somebody, or fine-grained access
#     within a VPC decides.
#   fix:
#     terraform: >-
#       Name the roles that search.
#   since: "0.1.0"
package bulwark.rules.opensearch_policy_not_public

import data.bulwark.lib.resource_policy
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some {"states": states, "r": _, "facts": facts} in judged
	count(states) == 0
	some fact in facts
}

findings contains result.not_applicable(r, "fine-grained-access-within-a-vpc") if {
	some {"r": r, "states": {"shielded"}, "facts": _} in judged
}

findings contains result.unknown(r, "advanced_security_options", state) if {
	some {"r": r, "states": states, "facts": facts} in judged
	count(facts) > 0
	some state in states
	tf.is_unknown(state)
}

# Access policies, with whom they let in and what shields their domain.
judged := [{"r": r, "states": deciding(r), "facts": resource_policy.public_facts(r, "access_policies", document)} |
	some type in array.concat(domain_types, ["aws_opensearch_domain_policy", "aws_elasticsearch_domain_policy"])
	some r in tf.resources(type)
	document := object.get(r.values, "access_policies", null)
	not is_null(document)
]

domain_types := ["aws_opensearch_domain", "aws_elasticsearch_domain"]

# What shields the domain of a policy, or may: "shielded", or the value that is not known.
deciding(r) := {state |
	some target in ({r.address} | tf.targets(object.get(r.values, "domain_name", null)))
	some state in shields[target]
}

# A complete rule, since looking into a partial one evaluates it again for each key.
shields := shield

shield[name] contains state if {
	some type in domain_types
	some r in tf.resources(type)
	state := state_of([
		tf.step(r.values, "vpc_options"),
		tf.dig(r.values, ["advanced_security_options", "enabled"]),
		tf.dig(r.values, ["advanced_security_options", "anonymous_auth_enabled"]),
	])
	some name in tf.identifiers(r)
}

state_of([vpc, fine_grained, anonymous]) := "shielded" if {
	tf.is_known(vpc)
	tf.is_true(fine_grained)
	is_off(anonymous)
}

state_of([vpc, fine_grained, anonymous]) := unsure[0] if {
	not is_null(vpc)
	may_be(fine_grained, true)
	may_be(anonymous, false)
	unsure := [value | some value in [vpc, fine_grained, anonymous]; tf.is_unknown(value)]
	count(unsure) > 0
}

may_be(value, _) if tf.is_unknown(value)

may_be(value, true) if tf.is_true(value)

may_be(value, false) if is_off(value)

is_off(null)

is_off(value) if tf.is_false(value)
