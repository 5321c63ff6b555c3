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

connector(delivery) := {[fact.verdict, fact.path, fact.reason] | some fact in findings} if {
	findings := rule.findings with input as fx.stack([fx.res("aws_mskconnect_connector.c", {"log_delivery": delivery})])
}

worker(logs) := connector([{"worker_log_delivery": [logs]}])

test_connector_that_logs_to_one_place_passes if {
	every place in ["cloudwatch_logs", "firehose", "s3"] {
		worker({place: [{"enabled": true}]}) == set()
	}
	worker({"s3": [{"enabled": false}], "firehose": [{"enabled": "true"}]}) == set()
	worker({"s3": [{"enabled": fx.expression}], "firehose": [{"enabled": true}]}) == set()
}

test_connector_that_logs_nowhere_fails if {
	absent := {["fail", "log_delivery.worker_log_delivery", "absent"]}
	connector([]) == absent
	worker({}) == absent
	worker({"s3": [{"enabled": false}], "cloudwatch_logs": []}) == absent
}

test_connector_of_an_unresolved_place_is_unknown if {
	later := {["unknown", "log_delivery.worker_log_delivery", "expression-unresolved"]}
	worker({"s3": [{"enabled": fx.expression}]}) == later
	connector(fx.expression) == later
}
