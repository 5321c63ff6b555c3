package bulwark.rules_test.privacy_consent_withdrawable

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.privacy_consent_withdrawable as rule

test_withdrawable_consent_passes if {
	findings := rule.findings with input as fx.dossier([docs.privacy, fx.res("aws_s3_bucket.lake", {"bucket": "lake", "tags": {"bulwark:data-class": "telemetry"}}), fx.res("aws_s3_bucket_lifecycle_configuration.lake", {"bucket": "lake", "rule": [{"id": "retention", "status": "Enabled", "expiration": [{"days": 365}]}]}), fx.res("aws_dynamodb_table.registry", {"name": "registry", "tags": {"bulwark:data-class": "firmware"}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_slow_stop_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.privacy, [{"op": "replace", "path": "/values/activities/0/consent/stopWithinMinutes", "value": 1440}]), fx.res("aws_s3_bucket.lake", {"bucket": "lake", "tags": {"bulwark:data-class": "telemetry"}}), fx.res("aws_s3_bucket_lifecycle_configuration.lake", {"bucket": "lake", "rule": [{"id": "retention", "status": "Enabled", "expiration": [{"days": 365}]}]}), fx.res("aws_dynamodb_table.registry", {"name": "registry", "tags": {"bulwark:data-class": "firmware"}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#PrivacyRecord/smart-home", "fail", "later-than-the-baseline"]}
}

test_ledger_nobody_has_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.privacy, [{"op": "replace", "path": "/values/activities/0/consent/ledger", "value": "aws_dynamodb_table.attic"}]), fx.res("aws_s3_bucket.lake", {"bucket": "lake", "tags": {"bulwark:data-class": "telemetry"}}), fx.res("aws_s3_bucket_lifecycle_configuration.lake", {"bucket": "lake", "rule": [{"id": "retention", "status": "Enabled", "expiration": [{"days": 365}]}]}), fx.res("aws_dynamodb_table.registry", {"name": "registry", "tags": {"bulwark:data-class": "firmware"}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#PrivacyRecord/smart-home", "fail", "leads-to-no-resource"]}
}

test_without_a_stack_unknown if {
	findings := rule.findings with input as fx.dossier([docs.privacy]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#PrivacyRecord/smart-home", "unknown", "no-stack-in-the-input"]}
}
