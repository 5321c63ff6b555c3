package bulwark.rules_test.event_bus_policy_not_public

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.event_bus_policy_not_public as rule

test_account_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_event_bus_policy.x", {"policy": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": "*", "Resource": "*"}]}})])
	fx.verdicts(findings) == set()
}

test_narrowed_everyone_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_event_bus_policy.x", {"policy": {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*", "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-1"}}}]}})])
	fx.verdicts(findings) == set()
}

test_no_policy_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_event_bus_policy.x", {})])
	fx.verdicts(findings) == set()
}

test_everyone_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_event_bus_policy.x", {"policy": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "*", "Resource": "*"}]}})])
	fx.verdicts(findings) == {["aws_cloudwatch_event_bus_policy.x", "fail", "public"]}
}

test_opaque_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_event_bus_policy.x", {"policy": fx.opaque})])
	fx.verdicts(findings) == {["aws_cloudwatch_event_bus_policy.x", "unknown", "opaque-document"]}
}

permitted(values) := {[fact.verdict, fact.path] |
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_event_permission.p", values)])
	some fact in findings
}

test_a_permission_for_everyone_fails if {
	permitted({"principal": "*"}) == {["fail", "principal"]}
	permitted({"principal": "*", "condition": []}) == {["fail", "principal"]}
}

test_a_permission_for_an_account_or_an_organisation_passes if {
	permitted({"principal": "123456789012"}) == set()
	permitted({"principal": "*", "condition": [{"key": "aws:PrincipalOrgID", "type": "StringEquals", "value": "o-1"}]}) == set()
}

test_a_permission_for_nobody_knows_whom_is_unknown if {
	permitted({"principal": "*", "condition": fx.expression}) == {["unknown", "condition"]}
}
