package bulwark.rules_test.inspector_reads_code

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.inspector_reads_code as rule

enabler(name, types) := fx.res(concat(".", ["aws_inspector2_enabler", name]), {"account_ids": ["111122223333"], "resource_types": types})

function := fx.res("aws_lambda_function.f", {})

test_code_that_is_read_passes if {
	findings := rule.findings with input as fx.stack([enabler("x", ["LAMBDA", "LAMBDA_CODE"]), function])
	fx.verdicts(findings) == set()
}

test_no_code_to_read_passes if {
	findings := rule.findings with input as fx.stack([enabler("x", ["LAMBDA"])])
	fx.verdicts(findings) == set()
	hidden := rule.findings with input as fx.stack([enabler("x", fx.expression)])
	fx.verdicts(hidden) == set()
}

test_libraries_only_fails if {
	findings := rule.findings with input as fx.stack([enabler("x", ["EC2", "LAMBDA"]), function])
	fx.verdicts(findings) == {["aws_inspector2_enabler.x", "fail", "code-not-read"]}
}

test_functions_that_nothing_scans_are_told_elsewhere if {
	findings := rule.findings with input as fx.stack([enabler("x", ["EC2"]), function])
	fx.verdicts(findings) == {["aws_inspector2_enabler.x", "not-applicable", "functions-not-scanned"]}
}

test_several_enablers_read_together if {
	findings := rule.findings with input as fx.stack([enabler("x", ["LAMBDA"]), enabler("y", ["LAMBDA_CODE"]), function])
	fx.verdicts(findings) == set()
}

test_it_is_told_where_functions_are_scanned if {
	findings := rule.findings with input as fx.stack([enabler("x", ["LAMBDA"]), enabler("y", ["EC2"]), function])
	fx.verdicts(findings) == {["aws_inspector2_enabler.x", "fail", "code-not-read"]}
}

test_an_enabler_of_another_account_does_not_read if {
	other := fx.res("aws_inspector2_enabler.y", {"account_ids": ["444455556666"], "resource_types": ["LAMBDA", "LAMBDA_CODE"]})
	findings := rule.findings with input as fx.stack([enabler("x", ["LAMBDA"]), other, function])
	fx.verdicts(findings) == {["aws_inspector2_enabler.x", "fail", "code-not-read"]}
}

test_a_type_that_nobody_knows_is_unknown if {
	every types in [fx.expression, ["LAMBDA", fx.expression]] {
		findings := rule.findings with input as fx.stack([enabler("x", types), function])
		fx.verdicts(findings) == {["aws_inspector2_enabler.x", "unknown", "expression-unresolved"]}
	}
}

test_a_type_that_nobody_knows_beside_the_code_passes if {
	findings := rule.findings with input as fx.stack([enabler("x", ["LAMBDA_CODE", fx.expression]), function])
	fx.verdicts(findings) == set()
}

test_an_enabler_beside_one_nobody_can_read_is_unknown if {
	findings := rule.findings with input as fx.stack([enabler("x", ["LAMBDA"]), enabler("y", fx.expression), function])
	fx.verdicts(findings) == {["aws_inspector2_enabler.y", "unknown", "expression-unresolved"]}
}

test_functions_of_another_region_are_no_matter if {
	enabler := fx.within("eu", fx.res("aws_inspector2_enabler.e", {"resource_types": ["LAMBDA"]}))
	here := rule.findings with input as fx.stack([enabler, fx.within("eu", fx.res("aws_lambda_function.f", {}))])
	fx.verdicts(here) == {["aws_inspector2_enabler.e", "fail", "code-not-read"]}
	elsewhere := rule.findings with input as fx.stack([enabler, fx.within("us", fx.res("aws_lambda_function.f", {}))])
	fx.verdicts(elsewhere) == set()
}
