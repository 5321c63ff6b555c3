package bulwark.rules_test.ecs_exec_encrypted

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ecs_exec_encrypted as rule

test_no_exec_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_cluster.c", {"name": "c"})])
	fx.verdicts(findings) == set()
}

test_key_and_encrypted_log_pass if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_cluster.c", {"configuration": [{"execute_command_configuration": [{"kms_key_id": fx.ref("aws_kms_key.k"), "log_configuration": [{"cloud_watch_log_group_name": "exec", "cloud_watch_encryption_enabled": true}]}]}]})])
	fx.verdicts(findings) == set()
}

test_no_key_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_cluster.c", {"configuration": [{"execute_command_configuration": [{"logging": "DEFAULT"}]}]})])
	fx.verdicts(findings) == {["aws_ecs_cluster.c", "fail", "absent"]}
}

test_plain_log_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_cluster.c", {"configuration": [{"execute_command_configuration": [{"kms_key_id": fx.ref("aws_kms_key.k"), "log_configuration": [{"s3_bucket_name": "exec"}]}]}]})])
	fx.verdicts(findings) == {["aws_ecs_cluster.c", "fail", "absent"]}
}

test_plain_group_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_cluster.c", {"configuration": [{"execute_command_configuration": [{"kms_key_id": fx.ref("aws_kms_key.k"), "log_configuration": [{"cloud_watch_log_group_name": "exec", "cloud_watch_encryption_enabled": false}]}]}]})])
	fx.verdicts(findings) == {["aws_ecs_cluster.c", "fail", "disabled"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_cluster.c", {"configuration": [{"execute_command_configuration": [{"kms_key_id": fx.expression}]}]})])
	fx.verdicts(findings) == {["aws_ecs_cluster.c", "unknown", "expression-unresolved"]}
}
