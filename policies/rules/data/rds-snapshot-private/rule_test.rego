package bulwark.rules_test.rds_snapshot_private

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.rds_snapshot_private as rule

test_one_account_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_snapshot.s", {"shared_accounts": ["111122223333"]})])
	fx.verdicts(findings) == set()
}

test_unshared_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_cluster_snapshot.s", {})])
	fx.verdicts(findings) == set()
}

test_all_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_snapshot.s", {"shared_accounts": ["all"]})])
	fx.verdicts(findings) == {["aws_db_snapshot.s", "fail", "public"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_snapshot.s", {"shared_accounts": fx.expression})])
	fx.verdicts(findings) == {["aws_db_snapshot.s", "unknown", "expression-unresolved"]}
}

test_copies_for_all_fail if {
	every type in ["aws_db_snapshot_copy", "aws_rds_cluster_snapshot_copy"] {
		address := concat(".", [type, "c"])
		findings := rule.findings with input as fx.stack([fx.res(address, {"shared_accounts": ["all"]})])
		fx.verdicts(findings) == {[address, "fail", "public"]}
	}
}
