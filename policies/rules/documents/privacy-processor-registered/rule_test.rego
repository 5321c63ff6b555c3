package bulwark.rules_test.privacy_processor_registered

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.privacy_processor_registered as rule

test_registered_processor_passes if {
	findings := rule.findings with input as fx.dossier([docs.privacy, fx.changed(docs.vendors, [{"op": "add", "path": "/values/vendors/1", "value": {"id": "cloud", "title": "Cloud provider", "tier": "critical", "status": "active", "country": "LU", "processesPersonalData": true, "services": ["AWS IoT Core", "storage", "logging and keys in eu-west-1"], "contact": {"psirt": "aws-security@vendors.smart-home.example", "atAllHours": "Support case of the highest severity", "testedOn": "2026-09-22"}, "supplies": [], "awsAccounts": [], "moduleSources": ["registry.terraform.io/hashicorp/aws"], "contract": {"id": "C-2024-011 with data processing addendum", "sha256": "10e8b55c27c1c79cec2c619f50d54e983f9b780b4b78fb7c2be253c30a7022b0", "signed": "2024-11-04", "expires": "2027-11-03", "clauses": [{"clause": "standards", "section": "4.1"}, {"clause": "law", "section": "4.2"}, {"clause": "encryption", "section": "5.1"}, {"clause": "security-tests", "section": "5.3"}, {"clause": "patch-times", "section": "5.4"}, {"clause": "incident-duties", "section": "6.1"}, {"clause": "breach-notice", "section": "6.2"}, {"clause": "audit-right", "section": "7.1"}, {"clause": "consequences", "section": "9.2"}], "breachNoticeHours": 12, "subTierFlowdown": true, "escrow": false, "exitPlan": "Terraform for a second region; export of the registry tried in June 2026", "secondSource": "Plain MQTT brokers run by the provider, tried once a year"}, "assessments": [{"date": "2026-06-18", "method": "certificate-review", "depth": "deep", "assessor": "An Peeters", "scorePercent": 92, "findings": []}], "certificates": [{"standard": "ISO/IEC 27001", "id": "example-27001-aws", "issuer": "Example certification body", "accreditation": "Example accreditation body", "scope": "Cloud services including those used in eu-west-1", "coversService": true, "issued": "2024-11-25", "expires": "2027-11-24", "sha256": "6c034246253746239b9044b1ae43ee5bd554f4b711986e9a9b78afdef3bd4108"}], "auditEveryDays": 365, "audits": [{"date": "2026-06-18", "focus": ["data-protection", "access-control"], "assessor": "An Peeters", "findings": [], "sharedWith": ["Head of Cloud", "Management board"], "sharedOn": "2026-07-02", "managementResponse": "Noted; no action."}], "monitoring": [{"on": "2026-11-17", "how": "automated", "what": "Security bulletins", "result": "None that concerns a service in use"}, {"on": "2026-11-03", "how": "manual", "what": "Read the changes to the list of subprocessors", "result": "No change"}], "evidence": [{"type": "SOC 2 report", "file": {"ref": "https://archive.smart-home.example/vendors/aws/soc2.pdf", "sha256": "ca8a7782dbbce7ec0350cfcdd550b0c421fe422a0249fefb5295cc0c430d5890"}, "issued": "2026-05-15", "expires": "2027-05-14", "assessor": "Auditor of the vendor"}], "upstreamReports": [], "exceptions": []}}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_stranger_as_processor_fails if {
	findings := rule.findings with input as fx.dossier([docs.privacy, docs.vendors]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#PrivacyRecord/smart-home", "fail", "no-vendor-fit-to-process-personal-data"]}
}

test_vendor_not_meant_for_personal_data_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.privacy, [{"op": "replace", "path": "/values/activities/0/processors/0", "value": "chip-maker"}]), docs.vendors]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#PrivacyRecord/smart-home", "fail", "no-vendor-fit-to-process-personal-data"]}
}

test_without_the_register_unknown if {
	findings := rule.findings with input as fx.dossier([docs.privacy]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#PrivacyRecord/smart-home", "unknown", "no-vendor-register-in-the-input"]}
}
