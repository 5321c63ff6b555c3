package bulwark.rules_test.iot_topic_rule_objects_private

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_topic_rule_objects_private as rule

topic_rule(values) := fx.stack([fx.res("aws_iot_topic_rule.r", values)])

test_no_acl_passes if {
	every acl in [{}, {"canned_acl": "private"}, {"canned_acl": "bucket-owner-full-control"}] {
		findings := rule.findings with input as topic_rule({"s3": [object.union({"bucket_name": "b", "key": "k"}, acl)]})
		fx.verdicts(findings) == set()
	}
}

test_public_objects_fail if {
	every acl in ["public-read", "public-read-write", "authenticated-read"] {
		findings := rule.findings with input as topic_rule({"s3": [{"bucket_name": "b", "key": "k", "canned_acl": acl}]})
		fx.verdicts(findings) == {["aws_iot_topic_rule.r", "fail", "public"]}
	}
}

test_public_objects_of_the_error_action_fail if {
	findings := rule.findings with input as topic_rule({"error_action": [{"s3": [{"bucket_name": "b", "key": "k", "canned_acl": "public-read"}]}]})
	{fact.path | some fact in findings} == {"error_action.s3.canned_acl"}
}

test_unresolved_acl_is_unknown if {
	findings := rule.findings with input as topic_rule({"s3": [{"bucket_name": "b", "key": "k", "canned_acl": fx.expression}]})
	fx.verdicts(findings) == {["aws_iot_topic_rule.r", "unknown", "expression-unresolved"]}
}
