package bulwark.rules_test.ecr_policy_not_public

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ecr_policy_not_public as rule

test_account_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecr_repository_policy.x", {"policy": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": "*", "Resource": "*"}]}})])
	fx.verdicts(findings) == set()
}

test_narrowed_everyone_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecr_repository_policy.x", {"policy": {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*", "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-1"}}}]}})])
	fx.verdicts(findings) == set()
}

test_no_policy_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecr_repository_policy.x", {})])
	fx.verdicts(findings) == set()
}

test_everyone_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecr_repository_policy.x", {"policy": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "*", "Resource": "*"}]}})])
	fx.verdicts(findings) == {["aws_ecr_repository_policy.x", "fail", "public"]}
}

test_opaque_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecr_repository_policy.x", {"policy": fx.opaque})])
	fx.verdicts(findings) == {["aws_ecr_repository_policy.x", "unknown", "opaque-document"]}
}

test_what_new_repositories_get_is_read if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecr_repository_creation_template.t", {"repository_policy": {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "x:y", "Resource": "*"}]}})])
	fx.verdicts(findings) == {["aws_ecr_repository_creation_template.t", "fail", "public"]}
}
