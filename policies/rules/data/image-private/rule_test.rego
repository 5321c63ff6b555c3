package bulwark.rules_test.image_private

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.image_private as rule

test_named_account_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ami_launch_permission.x", {"account_id": "111122223333"})])
	fx.verdicts(findings) == set()
}

test_all_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ami_launch_permission.x", {"group": "all"})])
	fx.verdicts(findings) == {["aws_ami_launch_permission.x", "fail", "public"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ami_launch_permission.x", {"group": fx.expression})])
	fx.verdicts(findings) == {["aws_ami_launch_permission.x", "unknown", "expression-unresolved"]}
}

test_unblocked_account_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ec2_image_block_public_access.x", {"state": "unblocked"})])
	fx.verdicts(findings) == {["aws_ec2_image_block_public_access.x", "fail", "not-allowed"]}
}

test_blocked_account_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ec2_image_block_public_access.x", {"state": "block-new-sharing"})])
	fx.verdicts(findings) == set()
}

published(permission) := fx.res("aws_imagebuilder_distribution_configuration.d", {"distribution": [{"ami_distribution_configuration": [{"launch_permission": [permission]}]}]})

test_images_built_for_everyone_fail if {
	findings := rule.findings with input as fx.stack([published({"user_groups": ["all"]})])
	fx.verdicts(findings) == {["aws_imagebuilder_distribution_configuration.d", "fail", "public"]}
}

test_images_built_for_named_accounts_pass if {
	findings := rule.findings with input as fx.stack([published({"user_ids": ["111122223333"]})])
	fx.verdicts(findings) == set()
}

test_images_built_for_groups_nobody_knows_are_unknown if {
	findings := rule.findings with input as fx.stack([published({"user_groups": fx.expression}), fx.res("aws_imagebuilder_distribution_configuration.e", {"distribution": [fx.expression]})])
	fx.verdicts(findings) == {
		["aws_imagebuilder_distribution_configuration.d", "unknown", "expression-unresolved"],
		["aws_imagebuilder_distribution_configuration.e", "unknown", "expression-unresolved"],
	}
}
