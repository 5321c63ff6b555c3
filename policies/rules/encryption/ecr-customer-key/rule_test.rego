package bulwark.rules_test.ecr_customer_key

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ecr_customer_key as rule

test_own_key_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecr_repository.x", {"encryption_configuration": [{"encryption_type": "KMS", "kms_key": fx.ref("aws_kms_key.k")}]})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecr_repository.x", {})])
	fx.verdicts(findings) == {["aws_ecr_repository.x", "fail", "absent"]}
}

test_aws_key_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecr_repository.x", {"encryption_configuration": [{"encryption_type": "KMS"}]})])
	fx.verdicts(findings) == {["aws_ecr_repository.x", "fail", "absent"]}
}

test_aes_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecr_repository.x", {"encryption_configuration": [{"encryption_type": "AES256"}]})])
	fx.verdicts(findings) == {["aws_ecr_repository.x", "fail", "not-allowed"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecr_repository.x", {"encryption_configuration": [{"encryption_type": fx.expression}]})])
	fx.verdicts(findings) == {["aws_ecr_repository.x", "unknown", "expression-unresolved"]}
}

test_what_repositories_get_that_are_made_by_themselves_is_judged_too if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecr_repository_creation_template.open", {}), fx.res("aws_ecr_repository_creation_template.own", {"encryption_configuration": [{"encryption_type": "KMS", "kms_key": fx.ref("aws_kms_key.k")}]})])
	fx.verdicts(findings) == {["aws_ecr_repository_creation_template.open", "fail", "absent"]}
}
