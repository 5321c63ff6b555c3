package bulwark.rules_test.rds_minor_upgrades

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.rds_minor_upgrades as rule

test_on_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"auto_minor_version_upgrade": true})])
	fx.verdicts(findings) == set()
}

test_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {})])
	fx.verdicts(findings) == set()
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"auto_minor_version_upgrade": false})])
	fx.verdicts(findings) == {["aws_db_instance.x", "fail", "disabled"]}
}

test_on_rds_cluster_instance_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_rds_cluster_instance.x", {"auto_minor_version_upgrade": true})])
	fx.verdicts(findings) == set()
}

test_default_rds_cluster_instance_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_rds_cluster_instance.x", {})])
	fx.verdicts(findings) == set()
}

test_off_rds_cluster_instance_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_rds_cluster_instance.x", {"auto_minor_version_upgrade": false})])
	fx.verdicts(findings) == {["aws_rds_cluster_instance.x", "fail", "disabled"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"auto_minor_version_upgrade": fx.expression})])
	fx.verdicts(findings) == {["aws_db_instance.x", "unknown", "expression-unresolved"]}
}

test_rds_custom_is_patched_by_its_owner if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"engine": "custom-oracle-ee", "auto_minor_version_upgrade": false})])
	fx.verdicts(findings) == {["aws_db_instance.x", "not-applicable", "rds-custom"]}
}
