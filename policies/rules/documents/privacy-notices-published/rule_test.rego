package bulwark.rules_test.privacy_notices_published

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.privacy_notices_published as rule

test_published_notice_passes if {
	findings := rule.findings with input as fx.dossier([docs.privacy, docs.product]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_absent_notice_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.privacy, [{"op": "replace", "path": "/values/activities/0/notices", "value": []}]), docs.product]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#PrivacyRecord/smart-home", "fail", "no-notice"]}
}

test_no_english_notice_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.privacy, [{"op": "remove", "path": "/values/activities/0/notices/0"}]), docs.product]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#PrivacyRecord/smart-home", "fail", "no-notice-in-english"]}
}

test_sensor_nobody_declared_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.privacy, [{"op": "replace", "path": "/values/activities/0/fields/0/sensor", "value": "radar"}]), docs.product]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#PrivacyRecord/smart-home", "fail", "no-such-sensor-declared"]}
}

test_without_the_product_unknown if {
	findings := rule.findings with input as fx.dossier([docs.privacy]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#PrivacyRecord/smart-home", "unknown", "no-product-document-in-the-input"]}
}
