package bulwark.rules_test.s3_replication_complete

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.s3_replication_complete as rule

destination := {"bucket": "b", "metrics": [{"status": "Enabled"}], "encryption_configuration": [{"replica_kms_key_id": fx.ref("aws_kms_key.k")}]}

complete := {"status": "Enabled", "source_selection_criteria": [{"sse_kms_encrypted_objects": [{"status": "Enabled"}]}], "destination": [destination]}

replication(list) := fx.stack([fx.res("aws_s3_bucket_replication_configuration.r", {"rule": list})])

test_complete_passes if {
	findings := rule.findings with input as replication([complete])
	fx.verdicts(findings) == set()
}

test_off_passes if {
	findings := rule.findings with input as replication([{"status": "Disabled", "destination": [{"bucket": "b"}]}])
	fx.verdicts(findings) == set()
}

test_encrypted_objects_left_out_fails if {
	findings := rule.findings with input as replication([object.remove(complete, ["source_selection_criteria"])])
	fx.verdicts(findings) == {["aws_s3_bucket_replication_configuration.r", "fail", "absent"]}
}

test_no_key_fails if {
	findings := rule.findings with input as replication([object.union(complete, {"destination": [object.remove(destination, ["encryption_configuration"])]})])
	fx.verdicts(findings) == {["aws_s3_bucket_replication_configuration.r", "fail", "absent"]}
}

test_no_metrics_fails if {
	findings := rule.findings with input as replication([object.union(complete, {"destination": [object.union(destination, {"metrics": [{"status": "Disabled"}]})]})])
	fx.verdicts(findings) == {["aws_s3_bucket_replication_configuration.r", "fail", "not-allowed"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as replication([object.union(complete, {"source_selection_criteria": [{"sse_kms_encrypted_objects": [{"status": fx.expression}]}]})])
	fx.verdicts(findings) == {["aws_s3_bucket_replication_configuration.r", "unknown", "expression-unresolved"]}
}
