package bulwark.rules_test.efs_policy_not_public

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.efs_policy_not_public as rule

test_named_role_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_efs_file_system_policy.x", {"policy": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/web"}, "Action": "elasticfilesystem:ClientMount"}]}})])
	fx.verdicts(findings) == set()
}

test_narrowed_everyone_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_efs_file_system_policy.x", {"policy": {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "elasticfilesystem:ClientMount", "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-1"}}}]}})])
	fx.verdicts(findings) == set()
}

test_everyone_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_efs_file_system_policy.x", {"policy": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "elasticfilesystem:ClientMount"}]}})])
	fx.verdicts(findings) == {["aws_efs_file_system_policy.x", "fail", "public"]}
}

test_opaque_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_efs_file_system_policy.x", {"policy": fx.opaque})])
	fx.verdicts(findings) == {["aws_efs_file_system_policy.x", "unknown", "opaque-document"]}
}

test_over_a_mount_target_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_efs_file_system_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "elasticfilesystem:ClientMount", "Resource": "*", "Condition": {"Bool": {"elasticfilesystem:AccessedViaMountTarget": "true"}}}]}})])
	fx.verdicts(findings) == set()
}
