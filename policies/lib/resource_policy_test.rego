package bulwark.lib_test.resource_policy

import data.bulwark.lib.fixtures as fx
import data.bulwark.lib.resource_policy

public(statement) := {[fact.verdict, fact.reason, fact.detail] |
	some fact in resource_policy.public_facts(fx.res("aws_x.r", {}), "policy", {"Statement": [statement]})
}

excepting(principal) := {"Effect": "Allow", "NotPrincipal": principal, "Action": "x:y", "Resource": "*"}

test_everyone_but_somebody_is_everyone if {
	public(excepting({"AWS": "arn:aws:iam::111122223333:root"})) == {["fail", "public", "policy.Statement[0].NotPrincipal"]}
	public(excepting({"AWS": fx.ref("aws_iam_role.r")})) == {["fail", "public", "policy.Statement[0].NotPrincipal"]}
}

test_everyone_but_somebody_under_a_condition_passes if {
	public(object.union(excepting({"AWS": "arn:aws:iam::111122223333:root"}), {"Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-1"}}})) == set()
}

test_everyone_but_everyone_is_nobody if {
	public(excepting("*")) == set()
	public(excepting({"AWS": ["*", "111122223333"]})) == set()
}

test_everyone_but_somebody_unresolved_is_unknown if {
	public(excepting({"AWS": fx.expression})) == {["unknown", "expression-unresolved", "policy.Statement[0].NotPrincipal"]}
	public(object.union(excepting({"AWS": "111122223333"}), {"Condition": fx.expression})) == {["unknown", "expression-unresolved", "policy.Statement[0].Condition"]}
}

test_a_denial_for_everyone_but_somebody_opens_nothing if {
	public(object.union(excepting({"AWS": "111122223333"}), {"Effect": "Deny"})) == set()
}
