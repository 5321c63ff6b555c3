package bulwark.rules_test.ec2_block_devices_encrypted

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ec2_block_devices_encrypted as rule

test_encrypted_root_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_instance.i", {"root_block_device": [{"encrypted": true}]})])
	fx.verdicts(findings) == set()
}

test_default_root_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_instance.i", {})])
	fx.verdicts(findings) == {["aws_instance.i", "fail", "absent"]}
}

test_plain_second_disk_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_instance.i", {"root_block_device": [{"encrypted": true}], "ebs_block_device": [{"device_name": "b"}]})])
	fx.verdicts(findings) == {["aws_instance.i", "fail", "absent"]}
}

test_plain_template_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_launch_template.t", {"block_device_mappings": [{"ebs": [{"encrypted": "false"}]}]})])
	fx.verdicts(findings) == {["aws_launch_template.t", "fail", "disabled"]}
}

test_suppressed_device_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_launch_template.t", {"block_device_mappings": [{"no_device": "true"}]})])
	fx.verdicts(findings) == set()
}

test_account_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_instance.i", {}), fx.res("aws_ebs_encryption_by_default.d", {})])
	fx.verdicts(findings) == set()
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_instance.i", {"root_block_device": [{"encrypted": fx.expression}]})])
	fx.verdicts(findings) == {["aws_instance.i", "unknown", "expression-unresolved"]}
}
