package bulwark.lib_test.iam

import data.bulwark.lib.fixtures as fx
import data.bulwark.lib.iam

everyone(condition) := {"Effect": "Allow", "Principal": "*", "Action": "x:y", "Resource": "*", "Condition": condition}

narrowed(conditions) := {condition | some condition in conditions; iam.is_narrowed(everyone(condition))}

# What lets everyone in all the same.
idle := {
	{"IpAddress": {"aws:SourceIp": "0.0.0.0/0"}},
	{"IpAddress": {"aws:SourceIp": ["192.0.2.0/24", "0.0.0.0/0"]}},
	{"IpAddress": {"aws:SourceIp": ["0.0.0.0/1", "128.0.0.0/1"]}},
	{"IpAddress": {"aws:SourceIp": "::/0"}},
	{"IpAddress": {"aws:SourceIp": "2000::/3"}},
	{"StringLike": {"aws:PrincipalOrgID": "o-*"}},
	{"StringLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/*"}},
	{"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/deploy"}},
	{"ArnEquals": {"aws:SourceArn": "arn:aws:sns:*:*:*"}},
	{"ArnLike": {"aws:SourceArn": "arn:aws:s3:*:*:*"}},
	{"ArnLike": {"aws:SourceArn": "arn:aws:s3:::*"}},
	{"ArnLike": {"aws:SourceArn": "arn:aws:s3:::acme-*"}},
	{"ArnLike": {"aws:SourceArn": "arn:aws:iot:*"}},
	{"ArnLike": {"s3:DataAccessPointArn": "arn:aws:s3:eu-west-1:*:accesspoint/*"}},
	{"StringLike": {"aws:PrincipalAccount": "????????????"}},
	{"StringLike": {"aws:userid": "AROAEXAMPLEID:*"}},
	{"ForAnyValue:StringLike": {"aws:PrincipalOrgPaths": "o-*/r-ab12/*"}},
	{"StringEqualsIfExists": {"aws:SourceVpce": "vpce-1"}},
	{"IpAddressIfExists": {"aws:SourceIp": "192.0.2.0/24"}},
	{"ForAllValues:StringEquals": {"aws:PrincipalOrgID": "o-1"}},
	{"ForAllValues:StringLike": {"aws:PrincipalOrgPaths": "o-1/*"}},
	{"StringEquals": {"aws:SourceArn": []}},
	{"StringNotEquals": {"aws:PrincipalAccount": "111122223333"}},
	{"NotIpAddress": {"aws:SourceIp": "192.0.2.0/24"}},
	{"Null": {"aws:PrincipalOrgID": "false"}},
	{"StringEquals": {"aws:PrincipalOrgID": "${aws:PrincipalOrgID}"}},
	{"StringEqualsIfExists": {"aws:SourceVpce": "vpce-1"}, "Null": {"aws:SourceVpce": "true"}},
	{"Bool": {"elasticfilesystem:AccessedViaMountTarget": "false"}},
	{"BoolIfExists": {"elasticfilesystem:AccessedViaMountTarget": "true"}},
	{"StringEquals": {"aws:PrincipalTag/team": "platform"}},
}

# What holds it to somebody.
holding := {
	{"IpAddress": {"aws:SourceIp": "192.0.2.0/24"}},
	{"IpAddress": {"aws:SourceIp": ["10.0.0.0/8", "192.0.2.1", "2001:db8::/32"]}},
	{"IpAddress": {"aws:SourceIp": fx.ref("aws_eip.e")}},
	{"IpAddress": {"aws:SourceIp": fx.template("${aws_eip.e.public_ip}/32", ["aws_eip.e"])}},
	{"IpAddress": {"aws:SourceIp": fx.template("${var.address}/${var.bits}", [])}},
	{"StringEquals": {"AWS:PrincipalOrgID": "o-1"}},
	{"StringEquals": {"aws:PrincipalOrgID": "${aws:ResourceOrgID}"}},
	{"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::111122223333:*"}},
	{"StringLike": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/*"}},
	{"StringLike": {"aws:PrincipalArn": "*:111122223333:*"}},
	{"ArnEquals": {"aws:SourceArn": "arn:aws:sns:eu-west-1:111122223333:alarms"}},
	{"ArnLike": {"aws:SourceArn": "arn:aws:s3:::telemetry"}},
	{"ArnLike": {"aws:SourceArn": "arn:aws:s3:*:*:telemetry"}},
	{"ArnLike": {"aws:SourceArn": fx.template("arn:aws:iot:*:${data.aws_caller_identity.a.account_id}:*", ["data.aws_caller_identity.a"])}},
	{"ArnLike": {"aws:SourceArn": fx.template("arn:aws:iot:*:${var.a ? \"1\" : \"2\"}:*", [])}},
	{"ArnLike": {"aws:SourceArn": fx.template("${aws_sns_topic.t.arn}", ["aws_sns_topic.t"])}},
	{"ArnLike": {"s3:DataAccessPointArn": "arn:aws:s3:eu-west-1:111122223333:accesspoint/*"}},
	{"StringEquals": {"s3:DataAccessPointAccount": "111122223333"}},
	{"StringEquals": {"aws:SourceAccount": 111122223333}},
	{"StringEquals": {"aws:SourceAccount": fx.expression}},
	{"StringEquals": {"aws:userid": "AIDAEXAMPLEID"}},
	{"StringEquals": {"aws:VpceAccount": "111122223333"}},
	{"StringEquals": {"aws:VpceOrgID": "o-1"}},
	{"ForAnyValue:StringLike": {"aws:PrincipalOrgPaths": "o-1/r-ab12/*"}},
	{"ForAnyValue:StringLike": {"aws:VpceOrgPaths": ["o-1/*", "o-2/*"]}},
	{"ForAllValues:StringLike": {"aws:PrincipalOrgPaths": "o-1/*"}, "Null": {"aws:PrincipalOrgPaths": "false"}},
	{"StringEqualsIfExists": {"aws:SourceVpce": "vpce-1"}, "Null": {"aws:SourceVpce": "false"}},
	{"Bool": {"elasticfilesystem:AccessedViaMountTarget": "true"}},
	{"StringEquals": {"aws:PrincipalOrgID": "o-1"}, "IpAddress": {"aws:SourceIp": "0.0.0.0/0"}},
}

test_conditions_that_hold_nobody_back_do_not_narrow if narrowed(idle) == set()

test_conditions_that_name_somebody_narrow if narrowed(holding) == holding

public(statement) := {[fact.verdict, fact.reason, fact.detail] |
	some fact in iam.public_facts(fx.res("aws_x.r", {}), "policy", {"Statement": [statement]})
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

every_resource := {
	"*", "**", "arn:aws:iam::123456789012:*", "arn:aws:s3:::*", "arn:aws:s3:::*/*", "arn:aws:kms:*:*:*", "arn:aws:kms:*", "arn:aws:logs:*:*:*",
	"arn:*",
}

some_resources := {
	"arn:aws:s3:::telemetry", "arn:aws:s3:::telemetry/*", "arn:aws:s3:::role/*", "arn:aws:iam::123456789012:role/app-*",
	"arn:aws:iam::123456789012:role/app/*", "arn:aws:sns:eu-west-1:123456789012:alarms*", "x",
}

all_roles := {
	"arn:aws:iam::123456789012:role/*", "arn:aws:iam::*:role*", "arn:aws:iam::123456789012:role/*/*", "arn:aws:iam::123456789012:r*",
}

test_what_names_nothing_is_every_resource if {
	{resource | some resource in every_resource; iam.is_every(resource)} == every_resource
	{resource | some resource in (some_resources | all_roles); iam.is_every(resource)} == set()
}

test_a_kind_and_a_wildcard_is_all_of_the_kind if {
	{resource | some resource in ((every_resource | all_roles) | some_resources); iam.is_all(resource, ["iam:role"])} == every_resource | all_roles
	{resource | some resource in all_roles; iam.is_all(resource, ["kms:key"])} == set()
}

test_wildcards_for_actions if {
	{action | some action in ["*", "**", "*:*", "?*", "iam:*", "iam:Get*", "?"]; iam.is_any_action(action)} == {"*", "**", "*:*", "?*"}
	{action | some action in ["*", "*:*", "iam:*", "iam:?*", "iam:**", "iam:Get*", "iam:?"]; iam.is_whole_service(action)} == {"iam:*", "iam:?*", "iam:**"}
}

test_each_inline_policy_of_a_role_has_its_place if {
	policy := {"Statement": []}
	found := iam.inline_documents with input as fx.stack([fx.res("aws_iam_role.r", {"inline_policy": [{"name": "a", "policy": policy}, {"name": "b", "policy": policy}]})])
	[d.attribute | some d in found] == ["inline_policy[0]", "inline_policy[1]"]
}

test_an_arn_of_a_resource_with_a_wildcard_behind_it_names_somebody if {
	every template in ["${aws_iot_topic_rule.r.arn}*", "${aws_api_gateway_rest_api.a.execution_arn}/*/*"] {
		iam.is_narrowed({"Condition": {"ArnLike": {"aws:SourceArn": fx.template(template, ["aws_iot_topic_rule.r"])}}})
	}
	not iam.is_narrowed({"Condition": {"ArnLike": {"aws:SourceArn": fx.template("${var.prefix}*", ["var.prefix"])}}})
}

test_each_part_of_each_of_a_kind_is_all_of_it if {
	every resource in ["arn:aws:logs:*:*:log-group:*:log-stream:*", "arn:aws:logs:eu-west-1:123456789012:log-group:*:*"] {
		iam.is_all(resource, ["logs:log-group"])
	}
	every resource in ["arn:aws:dynamodb:*:*:table/*/index/*", "arn:aws:dynamodb:*:*:table/*/stream/*"] {
		iam.is_all(resource, ["dynamodb:table"])
	}
	not iam.is_all("arn:aws:logs:*:*:log-group:/aws/lambda/*:log-stream:*", ["logs:log-group"])
	not iam.is_all("arn:aws:dynamodb:*:*:table/readings/index/*", ["dynamodb:table"])
}
