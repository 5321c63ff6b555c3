package bulwark.rules_test.privacy_retention_enforced

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.privacy_retention_enforced as rule

test_lifecycle_as_declared_passes if {
	findings := rule.findings with input as fx.dossier([docs.privacy, fx.res("aws_s3_bucket.lake", {"bucket": "lake", "tags": {"bulwark:data-class": "telemetry"}}), fx.res("aws_s3_bucket_lifecycle_configuration.lake", {"bucket": "lake", "rule": [{"id": "retention", "status": "Enabled", "expiration": [{"days": 365}]}]}), fx.res("aws_dynamodb_table.registry", {"name": "registry", "tags": {"bulwark:data-class": "firmware"}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_longer_lifecycle_fails if {
	findings := rule.findings with input as fx.dossier([docs.privacy, fx.res("aws_s3_bucket.lake", {"bucket": "lake", "tags": {"bulwark:data-class": "telemetry"}}), fx.res("aws_s3_bucket_lifecycle_configuration.lake", {"bucket": "lake", "rule": [{"id": "retention", "status": "Enabled", "expiration": [{"days": 730}]}]}), fx.res("aws_dynamodb_table.registry", {"name": "registry", "tags": {"bulwark:data-class": "firmware"}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#PrivacyRecord/smart-home", "fail", "shorter-than-the-store-keeps-it"]}
}

test_no_lifecycle_fails if {
	findings := rule.findings with input as fx.dossier([docs.privacy, fx.res("aws_s3_bucket.lake", {"bucket": "lake", "tags": {"bulwark:data-class": "telemetry"}}), fx.res("aws_dynamodb_table.registry", {"name": "registry", "tags": {"bulwark:data-class": "firmware"}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#PrivacyRecord/smart-home", "fail", "never-deleted-by-the-store"]}
}

test_shorter_declaration_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.privacy, [{"op": "replace", "path": "/values/activities/0/stores/0/retentionDays", "value": 90}]), fx.res("aws_s3_bucket.lake", {"bucket": "lake", "tags": {"bulwark:data-class": "telemetry"}}), fx.res("aws_s3_bucket_lifecycle_configuration.lake", {"bucket": "lake", "rule": [{"id": "retention", "status": "Enabled", "expiration": [{"days": 365}]}]}), fx.res("aws_dynamodb_table.registry", {"name": "registry", "tags": {"bulwark:data-class": "firmware"}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#PrivacyRecord/smart-home", "fail", "shorter-than-the-store-keeps-it"]}
}

test_without_a_stack_unknown if {
	findings := rule.findings with input as fx.dossier([docs.privacy]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#PrivacyRecord/smart-home", "unknown", "no-stack-in-the-input"]}
}

test_queue_keeps_four_days_by_default if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.privacy, [{"op": "replace", "path": "/values/activities/0/stores/0/resource", "value": "aws_sqs_queue.q"}, {"op": "replace", "path": "/values/activities/0/stores/0/retentionDays", "value": 4}]), fx.res("aws_sqs_queue.q", {"name": "q"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_log_group_that_never_expires_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.privacy, [{"op": "replace", "path": "/values/activities/0/stores/0/resource", "value": "aws_cloudwatch_log_group.l"}]), fx.res("aws_cloudwatch_log_group.l", {"name": "l"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#PrivacyRecord/smart-home", "fail", "never-deleted-by-the-store"]}
}

test_days_unresolved_are_unknown if {
	findings := rule.findings with input as fx.dossier([docs.privacy, fx.res("aws_s3_bucket.lake", {"bucket": "lake", "tags": {"bulwark:data-class": "telemetry"}}), fx.res("aws_s3_bucket_lifecycle_configuration.lake", {"bucket": "lake", "rule": [{"id": "retention", "status": "Enabled", "expiration": [{"days": fx.expression}]}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#PrivacyRecord/smart-home", "unknown", "the-stack-is-not-known-before-apply"]}
}

deletes(bucket) := fx.verdicts(findings) if {
	findings := rule.findings with input as fx.dossier([docs.privacy, fx.res("aws_s3_bucket.lake", object.union({"bucket": "lake", "tags": {"bulwark:data-class": "telemetry"}}, bucket))]) with data.baseline as fx.baseline
}

test_delete_markers_and_rules_that_are_off_delete_nothing if {
	every block in [
		{"enabled": true, "expiration": [{"days": 0, "expired_object_delete_marker": true}]},
		{"enabled": false, "expiration": [{"days": 365}]},
	] {
		deletes({"lifecycle_rule": [block]}) == {["dossier.yaml#PrivacyRecord/smart-home", "fail", "never-deleted-by-the-store"]}
	}
	deletes({"lifecycle_rule": [{"enabled": true, "expiration": [{"days": 365}]}]}) == set()
}
