package bulwark.rules_test.iot_role_alias_role_narrow

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_role_alias_role_narrow as rule

alias(arn) := fx.res("aws_iot_role_alias.a", {"alias": "camera", "role_arn": arn})

role(values) := fx.res("aws_iam_role.r", object.union({"name": "camera"}, values))

document(action, resource) := {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": action, "Resource": resource}]}

inline(body) := fx.res("aws_iam_role_policy.p", {"role": fx.ref("aws_iam_role.r"), "policy": body})

stack(more) := fx.stack(array.concat([alias(fx.ref("aws_iam_role.r")), role({})], more))

test_a_narrow_role_passes if {
	every pair in [
		["s3:PutObject", "arn:aws:s3:::uploads/${credentials-iot:ThingName}/*"],
		["iot:Publish", "arn:aws:iot:eu-central-1:1:topic/dt/${credentials-iot:ThingName}/*"],
		["kinesisvideo:*", "arn:aws:kinesisvideo:eu-central-1:1:stream/${credentials-iot:ThingName}/*"],
	] {
		findings := rule.findings with input as stack([inline(document(pair[0], pair[1]))])
		fx.verdicts(findings) == set()
	}
}

test_broad_rights_fail if {
	every pair in [
		["iot:Publish", "*"],
		["iot:Publ*", "arn:aws:iot:eu-central-1:1:topic/*"],
		["iot:Connect", "arn:aws:iot:*:*:*"],
		["iot:UpdateThingShadow", "arn:aws:iot:eu-central-1:1:thing/*"],
		["iotjobsdata:*", "*"],
		["dynamodb:*", "*"],
		["*", "*"],
		["iam:GetRole", "arn:aws:iam::1:role/x"],
		["iam:PassRole", fx.ref("aws_iam_role.other")],
		["guardduty:ListDetectors", "*"],
		["dynamodb:?*", "*"],
		["dynamodb:*", "arn:aws:dynamodb:eu-central-1:1:table/*"],
		["*:*", "**"],
	] {
		findings := rule.findings with input as stack([inline(document(pair[0], pair[1]))])
		fx.verdicts(findings) == {["aws_iot_role_alias.a", "fail", "broad-device-role"]}
	}
}

test_a_policy_of_aws_fails if {
	every name in ["AWSIoTFullAccess", "AWSIoTDataAccess", "service-role/AmazonS3FullAccess"] {
		arn := concat("", ["arn:aws:iam::aws:policy/", name])
		by_attachment := rule.findings with input as stack([fx.res("aws_iam_role_policy_attachment.x", {"role": "camera", "policy_arn": arn})])
		fx.verdicts(by_attachment) == {["aws_iot_role_alias.a", "fail", "broad-device-role"]}
		by_list := rule.findings with input as fx.stack([alias("arn:aws:iam::1:role/fleet/camera"), role({"managed_policy_arns": [arn]})])
		fx.verdicts(by_list) == {["aws_iot_role_alias.a", "fail", "broad-device-role"]}
	}
}

test_what_is_allowed_by_exception_fails if {
	every statement in [
		{"NotAction": "iam:*", "Resource": "*"},
		{"NotAction": "dynamodb:DeleteTable", "Resource": "arn:aws:dynamodb:eu-central-1:1:table/*"},
		{"NotAction": "iot:Connect", "Resource": "arn:aws:iot:eu-central-1:1:topic/*"},
		{"Action": "iot:Publish", "NotResource": "arn:aws:iot:eu-central-1:1:topic/admin"},
	] {
		findings := rule.findings with input as stack([inline({"Version": "2012-10-17", "Statement": [object.union({"Effect": "Allow"}, statement)]})])
		fx.verdicts(findings) == {["aws_iot_role_alias.a", "fail", "broad-device-role"]}
	}
}

test_all_but_some_actions_on_what_is_the_devices_own_pass if {
	findings := rule.findings with input as stack([inline({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "NotAction": "s3:DeleteObject", "Resource": "arn:aws:s3:::uploads/${credentials-iot:ThingName}/*"}]})])
	fx.verdicts(findings) == set()
}

test_every_way_to_attach_a_policy_is_read if {
	arn := "arn:aws:iam::aws:policy/AdministratorAccess"
	every resource in [
		fx.res("aws_iam_policy_attachment.x", {"roles": ["other", "camera"], "policy_arn": arn}),
		fx.res("aws_iam_role_policy_attachments_exclusive.x", {"role_name": "camera", "policy_arns": ["arn:aws:iam::1:policy/own", arn]}),
	] {
		findings := rule.findings with input as stack([resource])
		fx.verdicts(findings) == {["aws_iot_role_alias.a", "fail", "broad-device-role"]}
	}
}

test_an_attached_policy_of_the_stack_is_read if {
	attachment := fx.res("aws_iam_role_policy_attachment.x", {"role": fx.ref("aws_iam_role.r"), "policy_arn": fx.ref("aws_iam_policy.p")})
	broad := rule.findings with input as stack([attachment, fx.res("aws_iam_policy.p", {"policy": document("iot:Publish", "*")})])
	fx.verdicts(broad) == {["aws_iot_role_alias.a", "fail", "broad-device-role"]}
	narrow := rule.findings with input as stack([attachment, fx.res("aws_iam_policy.p", {"policy": document("s3:GetObject", "arn:aws:s3:::b/*")})])
	fx.verdicts(narrow) == set()
}

test_rights_of_another_role_do_not_count if {
	findings := rule.findings with input as stack([fx.res("aws_iam_role.other", {"name": "other", "managed_policy_arns": ["arn:aws:iam::aws:policy/AWSIoTFullAccess"]}), fx.res("aws_iam_role_policy.o", {"role": "other", "policy": document("iot:*", "*")})])
	fx.verdicts(findings) == set()
}

test_a_condition_may_narrow if {
	narrowed := {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "iot:Publish", "Resource": "*", "Condition": {"StringEquals": {"aws:ResourceTag/owner": "${credentials-iot:ThingName}"}}}]}
	findings := rule.findings with input as stack([inline(narrowed)])
	fx.verdicts(findings) == set()
}

test_a_role_elsewhere_is_unknown if {
	findings := rule.findings with input as fx.stack([alias("arn:aws:iam::1:role/elsewhere")])
	fx.verdicts(findings) == {["aws_iot_role_alias.a", "unknown", "role-elsewhere"]}
}

test_what_is_not_known_is_unknown if {
	every resource in [
		inline(fx.opaque),
		inline(document(fx.expression, "*")),
		fx.res("aws_iam_role_policy_attachment.x", {"role": "camera", "policy_arn": fx.expression}),
	] {
		findings := rule.findings with input as stack([resource])
		{fact.verdict | some fact in findings} == {"unknown"}
	}
}
