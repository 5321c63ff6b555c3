package bulwark.lib_test.bounds

import data.bulwark.lib.bounds
import data.bulwark.lib.fixtures as fx

everyone(condition) := {"Effect": "Allow", "Principal": "*", "Action": "x:y", "Resource": "*", "Condition": condition}

narrowed(conditions) := {condition | some condition in conditions; bounds.is_narrowed(everyone(condition))}

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

test_an_arn_of_a_resource_with_a_wildcard_behind_it_names_somebody if {
	every template in ["${aws_iot_topic_rule.r.arn}*", "${aws_api_gateway_rest_api.a.execution_arn}/*/*"] {
		bounds.is_narrowed({"Condition": {"ArnLike": {"aws:SourceArn": fx.template(template, ["aws_iot_topic_rule.r"])}}})
	}
	not bounds.is_narrowed({"Condition": {"ArnLike": {"aws:SourceArn": fx.template("${var.prefix}*", ["var.prefix"])}}})
}
