package bulwark.rules_test.iot_quarantine_group

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_quarantine_group as rule

test_quarantine_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_thing_group.fleet", {"name": "fleet"}), fx.res("aws_iot_thing_group.q", {"name": "quarantine"}), fx.res("aws_iot_policy.q", {"name": "quarantine", "policy": {"Statement": [{"Effect": "Deny", "Action": "iot:*", "Resource": "*"}]}}), fx.res("aws_iot_policy_attachment.q", {"policy": "quarantine", "target": fx.ref("aws_iot_thing_group.q")})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_thing_group.fleet", "not-applicable", "judged-on-another-group"]}
}

test_no_quarantine_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_thing_group.canary", {"name": "canary"}), fx.res("aws_iot_thing_group.fleet", {"name": "fleet"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_thing_group.fleet", "fail", "no-quarantine-group"], ["aws_iot_thing_group.canary", "not-applicable", "judged-on-another-group"]}
}

test_empty_quarantine_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_thing_group.q", {"name": "quarantine"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_thing_group.q", "fail", "no-deny-policy"]}
}

test_allowing_quarantine_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_thing_group.q", {"name": "quarantine"}), fx.res("aws_iot_policy.q", {"name": "quarantine", "policy": {"Statement": [{"Effect": "Allow", "Action": "iot:*", "Resource": "*"}]}}), fx.res("aws_iot_policy_attachment.q", {"policy": "quarantine", "target": fx.ref("aws_iot_thing_group.q")})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_thing_group.q", "fail", "no-deny-policy"]}
}

test_opaque_policy_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_thing_group.q", {"name": "quarantine"}), fx.res("aws_iot_policy.q", {"name": "quarantine", "policy": fx.opaque}), fx.res("aws_iot_policy_attachment.q", {"policy": "quarantine", "target": fx.ref("aws_iot_thing_group.q")})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_thing_group.q", "unknown", "opaque-document"]}
}

test_stack_without_groups_has_no_findings if {
	findings := rule.findings with input as fx.stack([]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_a_name_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_thing_group.g", {"name": fx.expression})])
	fx.verdicts(findings) == {["aws_iot_thing_group.g", "unknown", "expression-unresolved"]}
}

test_a_denial_unresolved_in_part_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_thing_group.q", {"name": "quarantine"}), fx.res("aws_iot_policy.q", {"name": "quarantine", "policy": {"Statement": [{"Effect": "Deny", "Action": fx.expression, "Resource": "*"}]}}), fx.res("aws_iot_policy_attachment.a", {"policy": fx.ref("aws_iot_policy.q"), "target": fx.ref("aws_iot_thing_group.q")})])
	fx.verdicts(findings) == {["aws_iot_thing_group.q", "unknown", "expression-unresolved"]}
}

quarantine(statements) := fx.stack([fx.res("aws_iot_thing_group.q", {"name": "quarantine"}), fx.res("aws_iot_policy.q", {"name": "quarantine", "policy": {"Statement": statements}}), fx.res("aws_iot_policy_attachment.q", {"policy": "quarantine", "target": fx.ref("aws_iot_thing_group.q")})])

broker_actions := ["iot:Connect", "iot:Publish", "iot:Subscribe", "iot:Receive"]

test_every_way_to_deny_passes if {
	every statements in [
		[{"Effect": "Deny", "Action": broker_actions, "Resource": "*"}],
		[{"Effect": "Deny", "Action": action, "Resource": "*"} | some action in broker_actions],
		[{"Effect": "Deny", "Action": "IOT:*", "Resource": "arn:aws:iot:*:*:*"}],
	] {
		findings := rule.findings with input as quarantine(statements)
		fx.verdicts(findings) == set()
	}
}

test_a_denial_that_leaves_something_fails if {
	every statements in [
		[{"Effect": "Deny", "Action": ["iot:Connect", "iot:Publish"], "Resource": "*"}],
		[{"Effect": "Deny", "Action": broker_actions, "Resource": "arn:aws:iot:eu-central-1:1:topic/*"}],
		[{"Effect": "Deny", "Action": "iot:*", "Resource": "*", "Condition": {"Bool": {"iot:Connection.Thing.IsAttached": "false"}}}],
	] {
		findings := rule.findings with input as quarantine(statements)
		fx.verdicts(findings) == {["aws_iot_thing_group.q", "fail", "no-deny-policy"]}
	}
}

test_a_denial_with_an_unknown_condition_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_thing_group.q", {"name": "quarantine"}), fx.res("aws_iot_policy.q", {"name": "quarantine", "policy": {"Statement": [{"Effect": "Deny", "Action": "iot:*", "Resource": "*", "Condition": {"Bool": {"${}": "true"}}}]}}), fx.res("aws_iot_policy_attachment.a", {"policy": fx.ref("aws_iot_policy.q"), "target": fx.ref("aws_iot_thing_group.q")})])
	fx.verdicts(findings) == {["aws_iot_thing_group.q", "unknown", "expression-unresolved"]}
}

test_an_attachment_to_a_certificate_cuts_off_no_group if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_thing_group.q", {"name": "quarantine"}), fx.res("aws_iot_policy_attachment.a", {"policy": fx.ref("aws_iot_policy.q"), "target": fx.ref("aws_iot_certificate.c")})])
	fx.verdicts(findings) == {["aws_iot_thing_group.q", "fail", "no-deny-policy"]}
}
