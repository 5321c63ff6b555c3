package bulwark.rules_test.glue_security_configuration_encrypted

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.glue_security_configuration_encrypted as rule

test_all_three_pass if {
	findings := rule.findings with input as fx.stack([fx.res("aws_glue_security_configuration.c", {"encryption_configuration": [{"cloudwatch_encryption": [{"cloudwatch_encryption_mode": "SSE-KMS"}], "job_bookmarks_encryption": [{"job_bookmarks_encryption_mode": "CSE-KMS"}], "s3_encryption": [{"s3_encryption_mode": "SSE-KMS"}]}]})])
	fx.verdicts(findings) == set()
}

test_one_disabled_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_glue_security_configuration.c", {"encryption_configuration": [{"cloudwatch_encryption": [{"cloudwatch_encryption_mode": "DISABLED"}], "job_bookmarks_encryption": [{"job_bookmarks_encryption_mode": "CSE-KMS"}], "s3_encryption": [{"s3_encryption_mode": "SSE-KMS"}]}]})])
	fx.verdicts(findings) == {["aws_glue_security_configuration.c", "fail", "not-allowed"]}
}

test_absent_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_glue_security_configuration.c", {"encryption_configuration": [{}]})])
	fx.verdicts(findings) == {["aws_glue_security_configuration.c", "fail", "absent"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_glue_security_configuration.c", {"encryption_configuration": [{"cloudwatch_encryption": [{"cloudwatch_encryption_mode": fx.expression}], "job_bookmarks_encryption": [{"job_bookmarks_encryption_mode": "CSE-KMS"}], "s3_encryption": [{"s3_encryption_mode": "SSE-S3"}]}]})])
	fx.verdicts(findings) == {["aws_glue_security_configuration.c", "unknown", "expression-unresolved"]}
}
