package bulwark.lib_test.scope

import data.bulwark.lib.scope

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
	{resource | some resource in every_resource; scope.is_every(resource)} == every_resource
	{resource | some resource in (some_resources | all_roles); scope.is_every(resource)} == set()
}

test_a_kind_and_a_wildcard_is_all_of_the_kind if {
	{resource | some resource in ((every_resource | all_roles) | some_resources); scope.is_all(resource, ["iam:role"])} == every_resource | all_roles
	{resource | some resource in all_roles; scope.is_all(resource, ["kms:key"])} == set()
}

test_wildcards_for_actions if {
	{action | some action in ["*", "**", "*:*", "?*", "iam:*", "iam:Get*", "?"]; scope.is_any_action(action)} == {"*", "**", "*:*", "?*"}
	{action | some action in ["*", "*:*", "iam:*", "iam:?*", "iam:**", "iam:Get*", "iam:?"]; scope.is_whole_service(action)} == {"iam:*", "iam:?*", "iam:**"}
}

test_each_part_of_each_of_a_kind_is_all_of_it if {
	every resource in ["arn:aws:logs:*:*:log-group:*:log-stream:*", "arn:aws:logs:eu-west-1:123456789012:log-group:*:*"] {
		scope.is_all(resource, ["logs:log-group"])
	}
	every resource in ["arn:aws:dynamodb:*:*:table/*/index/*", "arn:aws:dynamodb:*:*:table/*/stream/*"] {
		scope.is_all(resource, ["dynamodb:table"])
	}
	not scope.is_all("arn:aws:logs:*:*:log-group:/aws/lambda/*:log-stream:*", ["logs:log-group"])
	not scope.is_all("arn:aws:dynamodb:*:*:table/readings/index/*", ["dynamodb:table"])
}
