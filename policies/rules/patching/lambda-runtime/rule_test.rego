package bulwark.rules_test.lambda_runtime

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.lambda_runtime as rule

# Judged on 2026-11-25.
lifecycle := {"runtimes": {"nodejs22.x": "2026-11-26", "python3.13": "2026-11-25", "nodejs14.x": "2023-12-04"}}

judged(values) := findings if {
	findings := rule.findings with input as fx.dossier([fx.res("aws_lambda_function.f", values)]) with data.baseline as fx.baseline with data.lifecycle as lifecycle
}

test_patched_passes if {
	findings := judged({"runtime": "nodejs22.x"})
	fx.verdicts(findings) == set()
}

test_patched_until_today_fails if {
	findings := judged({"runtime": "python3.13"})
	fx.verdicts(findings) == {["aws_lambda_function.f", "fail", "standard-support-ended"]}
}

test_without_a_date_passes if {
	findings := rule.findings with input as fx.dossier([fx.res("aws_lambda_function.f", {"runtime": "nodejs22.x"})]) with data.baseline as fx.baseline with data.lifecycle as {"runtimes": {}}
	fx.verdicts(findings) == set()
}

test_deprecated_fails_once if {
	findings := judged({"runtime": "nodejs14.x"})
	fx.verdicts(findings) == {["aws_lambda_function.f", "fail", "not-allowed"]}
	count(findings) == 1
}

test_image_is_not_applicable if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.f", {"package_type": "Image"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_lambda_function.f", "not-applicable", "container-image"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.f", {"runtime": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_lambda_function.f", "unknown", "expression-unresolved"]}
}

test_unresolved_package_type_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.f", {"package_type": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_lambda_function.f", "unknown", "expression-unresolved"]}
}
