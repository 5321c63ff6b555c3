# Builders of inputs and readers of facts for the tests of the rules.
package bulwark.lib.fixtures

# A resource from its address and its values in the normal form.
res(address, values) := {"address": address, "type": type_of(address), "mode": mode_of(address), "values": values}

type_of(address) := split(address, ".")[0] if not startswith(address, "data.")

type_of(address) := split(address, ".")[1] if startswith(address, "data.")

mode_of(address) := "data" if startswith(address, "data.")

mode_of(address) := "managed" if not startswith(address, "data.")

# A resource of a CloudFormation type, as Cloud Control carries it.
cc(name, type, values) := {"address": concat(".", ["aws_cloudcontrolapi_resource", name]), "type": type, "mode": "managed", "values": values}

# The engine groups resources by type and does not repeat it in each.
stack(list) := {"resources": {type: [object.remove(r, ["type"]) | some r in list; r.type == type] | some x in list; type := x.type}}

# A dossier judged on one fixed day, with whatever resources stand beside it.
dossier(list) := object.union(stack(list), {"asOf": "2026-11-25"})

# A document with some of its fields changed: JSON Patch with paths from /values.
changed(document, operations) := json.patch(document, operations)

# A written reference to another resource.
ref(address) := {"$unknown": "reference", "refs": [address], "attribute": "arn"}

# A text with references inside it.
template(text, addresses) := {"$unknown": "expression", "refs": addresses, "template": text}

expression := {"$unknown": "expression", "refs": []}

opaque := {"$unknown": "opaque-document", "refs": []}

# What a test compares: who, verdict and reason.
verdicts(findings) := {[fact.address, fact.verdict, fact.reason] | some fact in findings}

details(findings) := {[fact.address, fact.detail] | some fact in findings}

# Numbers for the tests of the rules; the product's own stand in model/baseline.ts.
baseline := {
	"transport": {"iotSecurityPolicies": ["IoTSecurityPolicy_TLS13_1_2_2022_10", "IoTSecurityPolicy_TLS13_1_3_2022_10"]},
	"keys": {"rotationPeriodDays": 365, "deletionWindowDays": 30},
	"identity": {"roleAliasSeconds": 3600, "deviceCertificateDays": 365},
	"logging": {"retentionDays": 365, "iotLevels": ["WARN", "INFO", "DEBUG"]},
	"queues": {"deadLetterRetentionSeconds": 1209600},
	"firmware": {"signatureValidityYears": 5, "objectLockDays": 365},
	"compute": {"lambdaRuntimes": ["nodejs22.x", "python3.13"]},
	"patching": {"approvalDays": 7, "windowEveryDays": 7},
	"rollout": {"abortThresholdPercentage": 10},
	"documents": document_limits,
}

# The limits of model/document-limits.ts, since the tests of documents speak of days and not of arithmetic.
document_limits := {"support": {"years": 5}, "updates": {"cadenceDays": 90, "targetDays": {"critical": 14, "high": 30, "medium": 90}, "availableYears": 10, "advisoryHours": 24}, "passwords": {"modes": ["none", "per-device", "user-set"], "generators": ["random", "keyed-hash"], "entropyBits": 64}, "disclosure": {"acknowledgeDays": 7, "statusDays": 30}, "applicability": {"reviewDays": 90, "lawsByMarket": {"EU": ["eu-cra", "eu-nis2", "eu-gdpr", "eu-red-en18031", "eu-csa", "eu-pld"], "UK": ["uk-psti", "uk-gdpr"], "US": ["us-iot-act-2020"], "US-CA": ["us-iot-act-2020", "us-ca-sb327", "us-ca-ccpa", "us-ca-breach"], "US-OR": ["us-iot-act-2020", "us-or-646a813"], "AU": ["au-smart-devices"]}, "unionMembers": ["AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"], "appliesInFull": {"eu-cra": "2027-12-11", "eu-nis2": "2024-10-18", "eu-gdpr": "2018-05-25", "eu-red-en18031": "2025-08-01", "eu-csa": "2019-06-27", "eu-pld": "2026-12-09", "uk-psti": "2024-04-29", "uk-gdpr": "2021-01-01", "us-iot-act-2020": "2022-12-04", "us-ca-sb327": "2020-01-01", "us-or-646a813": "2020-01-01", "us-ca-ccpa": "2023-01-01", "us-ca-breach": "2026-01-01", "au-smart-devices": "2026-03-04"}}, "risk": {"assessmentDays": 366, "scores": {"critical": 20, "high": 12, "medium": 6, "low": 1}, "treatDays": {"critical": 30, "high": 90, "medium": 180, "low": 366}, "detectors": ["foreign-topic-access", "wide-subscription", "credential-brute-force", "identity-spray", "exfiltration-volume", "message-flood", "rogue-firmware", "firmware-downgrade", "blocked-reporting", "quarantined-activity"], "feedDays": 1}, "privacy": {"reviewDays": 366, "dpiaDays": 366, "consentStopMinutes": 60, "personalClasses": ["telemetry", "identity", "personal", "sensitive"], "retentionDays": {"sensitive": 90, "personal": 365, "pseudonymous": 365, "technical": 3650}, "markers": {"location": "location", "biometric": "biometrics", "health": "health"}, "specialCategories": ["biometric", "health"]}, "release": {"algorithms": ["ecdsa-p256-sha256", "ecdsa-p384-sha384", "ed25519", "rsa-3072-sha256"], "signers": 2, "gates": ["design", "threat-model", "build", "test", "approve"], "scanHours": 24, "sbomDays": 30, "stagingSoakHours": 24}, "rollout": {"canaryPercent": 10, "canarySuccessPercent": 95, "soakHours": 24, "criticalSoakHours": 1, "criticalApprovers": 2, "criticalReportDays": 14, "timeoutMinutes": 1440, "targetPercent": {"critical": 95, "high": 95, "medium": 90}}, "vendor": {"assessmentDays": 366, "depths": {"critical": ["deep"], "important": ["standard", "deep"], "standard": ["basic", "standard", "deep"]}, "auditEveryDays": {"critical": 366, "important": 731, "standard": 1096}, "monitoringDays": 30, "inspectionDays": 92, "contactTestDays": 183, "handlingHours": 8, "clauses": ["standards", "law", "encryption", "security-tests", "patch-times", "incident-duties", "breach-notice", "audit-right", "consequences"]}, "access": {"reviewDays": 90, "grantDays": 365, "sessionMinutes": 720, "trainingDays": 366, "privilegedFactors": ["hardware-key", "passkey"]}, "incident": {"exerciseDays": 366, "containmentTestDays": 90, "restoreTestDays": 183, "escalationMinutes": {"critical": 60, "high": 240}, "reporting": ["eu-cra", "eu-nis2", "eu-gdpr", "uk-gdpr", "uk-psti"], "toPeople": ["eu-cra", "eu-nis2", "eu-gdpr", "uk-gdpr"], "clocks": [{"regime": "eu-cra", "stage": "early-warning", "from": "aware", "hours": 24}, {"regime": "eu-cra", "stage": "notification", "from": "aware", "hours": 72}, {"regime": "eu-cra", "stage": "final", "from": "measure-available", "hours": 336}, {"regime": "eu-cra", "stage": "final", "from": "notification-submitted", "hours": 672}, {"regime": "eu-nis2", "stage": "early-warning", "from": "aware", "hours": 24}, {"regime": "eu-nis2", "stage": "notification", "from": "aware", "hours": 72}, {"regime": "eu-nis2", "stage": "final", "from": "notification-submitted", "hours": 672}, {"regime": "eu-gdpr", "stage": "notification", "from": "aware", "hours": 72}, {"regime": "uk-gdpr", "stage": "notification", "from": "aware", "hours": 72}]}}

# A resource of one region, where the input has several.
within(region, r) := object.union(r, {"region": region})
