package bulwark.rules_test.opensearch_policy_not_public

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.opensearch_policy_not_public as rule

test_account_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain_policy.x", {"access_policies": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": "*", "Resource": "*"}]}})])
	fx.verdicts(findings) == set()
}

test_narrowed_everyone_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain_policy.x", {"access_policies": {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*", "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-1"}}}]}})])
	fx.verdicts(findings) == set()
}

test_no_policy_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain_policy.x", {})])
	fx.verdicts(findings) == set()
}

test_everyone_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain_policy.x", {"access_policies": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "*", "Resource": "*"}]}})])
	fx.verdicts(findings) == {["aws_opensearch_domain_policy.x", "fail", "public"]}
}

test_opaque_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain_policy.x", {"access_policies": fx.opaque})])
	fx.verdicts(findings) == {["aws_opensearch_domain_policy.x", "unknown", "opaque-document"]}
}

everyone := {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "es:*", "Resource": "*"}]}

fine_grained(options) := object.union({"domain_name": "d", "vpc_options": [{"subnet_ids": ["s"]}], "access_policies": everyone}, {"advanced_security_options": [options]})

test_fine_grained_access_within_a_vpc_does_not_apply if {
	findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain.x", fine_grained({"enabled": true}))])
	fx.verdicts(findings) == {["aws_opensearch_domain.x", "not-applicable", "fine-grained-access-within-a-vpc"]}
}

test_policy_of_such_a_domain_does_not_apply if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_opensearch_domain.x", object.remove(fine_grained({"enabled": true}), ["access_policies"])),
		fx.res("aws_opensearch_domain_policy.p", {"domain_name": "d", "access_policies": everyone}),
	])
	fx.verdicts(findings) == {["aws_opensearch_domain_policy.p", "not-applicable", "fine-grained-access-within-a-vpc"]}
}

test_anonymous_callers_fail if {
	findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain.x", fine_grained({"enabled": true, "anonymous_auth_enabled": true}))])
	fx.verdicts(findings) == {["aws_opensearch_domain.x", "fail", "public"]}
}

test_fine_grained_access_outside_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain.x", object.remove(fine_grained({"enabled": true}), ["vpc_options"]))])
	fx.verdicts(findings) == {["aws_opensearch_domain.x", "fail", "public"]}
}

unsure := [
	fine_grained({"enabled": fx.expression}),
	fine_grained({"enabled": true, "anonymous_auth_enabled": fx.expression}),
	object.union(fine_grained({"enabled": true, "anonymous_auth_enabled": false}), {"vpc_options": fx.expression}),
]

test_unresolved_fine_grained_access_is_unknown if {
	every values in unsure {
		findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain.x", values)])
		fx.verdicts(findings) == {["aws_opensearch_domain.x", "unknown", "expression-unresolved"]}
	}
}

test_unresolved_fine_grained_access_of_a_policy_for_somebody_passes if {
	narrow := {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::123456789012:role/search"}, "Action": "es:*", "Resource": "*"}]}
	every values in unsure {
		findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain.x", object.union(values, {"access_policies": narrow}))])
		fx.verdicts(findings) == set()
	}
}

test_what_cannot_shield_any_more_fails if {
	every values in [
		object.union(fine_grained({"enabled": fx.expression}), {"vpc_options": []}),
		object.union(fine_grained({"enabled": false}), {"vpc_options": fx.expression}),
		fine_grained({"enabled": fx.expression, "anonymous_auth_enabled": true}),
	] {
		findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain.x", values)])
		fx.verdicts(findings) == {["aws_opensearch_domain.x", "fail", "public"]}
	}
}

test_a_policy_that_refers_to_its_domain_is_shielded_by_it if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_opensearch_domain.x", object.remove(fine_grained({"enabled": true, "anonymous_auth_enabled": false}), ["access_policies"])),
		fx.res("aws_opensearch_domain_policy.p", {"domain_name": fx.ref("aws_opensearch_domain.x"), "access_policies": everyone}),
		fx.res("aws_opensearch_domain_policy.q", {"domain_name": "elsewhere", "access_policies": everyone}),
	])
	fx.verdicts(findings) == {
		["aws_opensearch_domain_policy.p", "not-applicable", "fine-grained-access-within-a-vpc"],
		["aws_opensearch_domain_policy.q", "fail", "public"],
	}
}
