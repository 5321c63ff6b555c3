package bulwark.rules_test.athena_results_encrypted

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.athena_results_encrypted as rule

test_key_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_athena_workgroup.w", {"configuration": [{"result_configuration": [{"encryption_configuration": [{"encryption_option": "SSE_KMS", "kms_key_arn": fx.ref("aws_kms_key.k")}]}]}]})])
	fx.verdicts(findings) == set()
}

test_database_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_athena_database.d", {"encryption_configuration": [{"encryption_option": "SSE_S3"}]})])
	fx.verdicts(findings) == set()
}

test_no_configuration_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_athena_workgroup.w", {})])
	fx.verdicts(findings) == {["aws_athena_workgroup.w", "fail", "absent"]}
}

test_database_without_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_athena_database.d", {})])
	fx.verdicts(findings) == {["aws_athena_database.d", "fail", "absent"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_athena_workgroup.w", {"configuration": [{"result_configuration": [{"encryption_configuration": [{"encryption_option": fx.expression}]}]}]})])
	fx.verdicts(findings) == {["aws_athena_workgroup.w", "unknown", "expression-unresolved"]}
}
