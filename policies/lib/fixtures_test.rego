# Builders of inputs and readers of facts for the tests of the rules.
package bulwark.lib.fixtures

# A resource from its address and its values in the normal form.
res(address, values) := {"address": address, "type": type_of(address), "mode": mode_of(address), "values": values}

type_of(address) := split(address, ".")[0] if not startswith(address, "data.")

type_of(address) := split(address, ".")[1] if startswith(address, "data.")

mode_of(address) := "data" if startswith(address, "data.")

mode_of(address) := "managed" if not startswith(address, "data.")

stack(list) := {"resources": {type: [r | some r in list; r.type == type] | some x in list; type := x.type}}

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
}
