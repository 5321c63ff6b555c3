package bulwark.rules_test.msk_logged

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.msk_logged as rule

test_one_place_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_msk_cluster.x", {"logging_info": [{"broker_logs": [{"s3": [{"enabled": true}]}]}]})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_msk_cluster.x", {})])
	fx.verdicts(findings) == {["aws_msk_cluster.x", "fail", "absent"]}
}

test_all_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_msk_cluster.x", {"logging_info": [{"broker_logs": [{"s3": [{"enabled": false}]}]}]})])
	fx.verdicts(findings) == {["aws_msk_cluster.x", "fail", "absent"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_msk_cluster.x", {"logging_info": [{"broker_logs": [{"s3": [{"enabled": fx.expression}]}]}]})])
	fx.verdicts(findings) == {["aws_msk_cluster.x", "unknown", "expression-unresolved"]}
}
