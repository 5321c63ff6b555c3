package bulwark.rules_test.privacy_store_recorded

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.privacy_store_recorded as rule

test_recorded_store_passes if {
	findings := rule.findings with input as fx.dossier([docs.privacy, fx.res("aws_s3_bucket.lake", {"bucket": "lake", "tags": {"bulwark:data-class": "telemetry"}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_store_not_recorded_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.privacy, [{"op": "replace", "path": "/values/activities/0/stores/0/resource", "value": "aws_s3_bucket.attic"}]), fx.res("aws_s3_bucket.lake", {"bucket": "lake", "tags": {"bulwark:data-class": "telemetry"}}), fx.res("aws_s3_bucket_lifecycle_configuration.lake", {"bucket": "lake", "rule": [{"id": "retention", "status": "Enabled", "expiration": [{"days": 365}]}]}), fx.res("aws_dynamodb_table.registry", {"name": "registry", "tags": {"bulwark:data-class": "firmware"}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.lake", "fail", "not-in-the-record-of-processing"], ["aws_dynamodb_table.registry", "not-applicable", "holds-no-personal-data-by-its-tag"]}
}

test_absent_record_does_not_apply if {
	findings := rule.findings with input as fx.dossier([fx.res("aws_s3_bucket.lake", {"bucket": "lake", "tags": {"bulwark:data-class": "telemetry"}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.lake", "not-applicable", "no-record-of-processing-in-the-input"]}
}

test_recorded_as_technical_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.privacy, [{"op": "replace", "path": "/values/activities/0/stores/0/dataClass", "value": "technical"}]), fx.res("aws_s3_bucket.lake", {"bucket": "lake", "tags": {"bulwark:data-class": "telemetry"}}), fx.res("aws_s3_bucket_lifecycle_configuration.lake", {"bucket": "lake", "rule": [{"id": "retention", "status": "Enabled", "expiration": [{"days": 365}]}]}), fx.res("aws_dynamodb_table.registry", {"name": "registry", "tags": {"bulwark:data-class": "firmware"}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_s3_bucket.lake", "fail", "recorded-as-technical-only"], ["aws_dynamodb_table.registry", "not-applicable", "holds-no-personal-data-by-its-tag"]}
}
