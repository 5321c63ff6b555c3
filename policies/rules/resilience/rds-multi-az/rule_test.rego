package bulwark.rules_test.rds_multi_az

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.rds_multi_az as rule

test_on_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"multi_az": true})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {})])
	fx.verdicts(findings) == {["aws_db_instance.x", "fail", "absent"]}
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"multi_az": false})])
	fx.verdicts(findings) == {["aws_db_instance.x", "fail", "disabled"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"multi_az": fx.expression})])
	fx.verdicts(findings) == {["aws_db_instance.x", "unknown", "expression-unresolved"]}
}

test_replica_is_not_applicable if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"replicate_source_db": "y"})])
	fx.verdicts(findings) == {["aws_db_instance.x", "not-applicable", "replica"]}
}
