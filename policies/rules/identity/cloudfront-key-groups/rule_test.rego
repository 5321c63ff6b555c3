package bulwark.rules_test.cloudfront_key_groups

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.cloudfront_key_groups as rule

distribution(first, ordered) := fx.stack([fx.res("aws_cloudfront_distribution.x", {"default_cache_behavior": first, "ordered_cache_behavior": ordered})])

seen(findings) := {[fact.path, fact.detail, fact.verdict, fact.reason] | some fact in findings}

test_nothing_signed_passes if {
	every signers in [null, [], [null]] {
		findings := rule.findings with input as distribution([{"trusted_signers": signers}], [{"path_pattern": "/a/*", "trusted_signers": signers}])
		fx.verdicts(findings) == set()
	}
}

test_key_groups_pass if {
	findings := rule.findings with input as distribution([{"trusted_key_groups": [fx.ref("aws_cloudfront_key_group.k")]}], [])
	fx.verdicts(findings) == set()
}

test_default_behaviour_with_signers_fails if {
	findings := rule.findings with input as distribution([{"trusted_signers": ["self"]}], [])
	seen(findings) == {["default_cache_behavior.trusted_signers", "default_cache_behavior[0]", "fail", "keys-of-the-root-user"]}
}

test_each_ordered_behaviour_is_told_by_its_pattern if {
	findings := rule.findings with input as distribution([{}], [
		{"path_pattern": "/a/*", "trusted_signers": ["self"]},
		{"path_pattern": "/b/*", "trusted_signers": ["123456789012"]},
		{"path_pattern": "/c/*"},
	])
	seen(findings) == {
		["ordered_cache_behavior.trusted_signers", "ordered_cache_behavior[/a/*]", "fail", "keys-of-the-root-user"],
		["ordered_cache_behavior.trusted_signers", "ordered_cache_behavior[/b/*]", "fail", "keys-of-the-root-user"],
	}
}

test_signers_beside_key_groups_fail if {
	findings := rule.findings with input as distribution([{"trusted_signers": ["self"], "trusted_key_groups": ["k"]}], [])
	fx.verdicts(findings) == {["aws_cloudfront_distribution.x", "fail", "keys-of-the-root-user"]}
}

test_known_signer_beside_an_unresolved_one_fails if {
	findings := rule.findings with input as distribution([{"trusted_signers": [fx.expression, "self"]}], [])
	fx.verdicts(findings) == {["aws_cloudfront_distribution.x", "fail", "keys-of-the-root-user"]}
}

test_unresolved_is_unknown if {
	every behavior in [[{"trusted_signers": fx.expression}], [{"trusted_signers": [fx.expression]}], fx.expression] {
		findings := rule.findings with input as distribution(behavior, [])
		fx.verdicts(findings) == {["aws_cloudfront_distribution.x", "unknown", "expression-unresolved"]}
	}
}
