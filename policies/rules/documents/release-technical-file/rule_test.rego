package bulwark.rules_test.release_technical_file

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.release_technical_file as rule

test_whole_file_passes if {
	findings := rule.findings with input as fx.dossier([docs.release]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_absent_file_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.release, [{"op": "remove", "path": "/values/technicalFile"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Release/camera-3.2.0", "fail", "no-technical-file"]}
}

test_file_of_another_version_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.release, [{"op": "replace", "path": "/values/technicalFile/version", "value": "3.1.0"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Release/camera-3.2.0", "fail", "of-another-version"]}
}

test_item_missing_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.release, [{"op": "remove", "path": "/values/technicalFile/items/2"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Release/camera-3.2.0", "fail", "item-missing"]}
}
