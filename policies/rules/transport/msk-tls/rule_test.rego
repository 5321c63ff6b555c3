package bulwark.rules_test.msk_tls

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.msk_tls as rule

test_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_msk_cluster.x", {})])
	fx.verdicts(findings) == set()
}

test_plaintext_beside_it_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_msk_cluster.x", {"encryption_info": [{"encryption_in_transit": [{"client_broker": "TLS_PLAINTEXT"}]}]})])
	fx.verdicts(findings) == {["aws_msk_cluster.x", "fail", "not-allowed"]}
}

test_between_brokers_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_msk_cluster.x", {"encryption_info": [{"encryption_in_transit": [{"in_cluster": false}]}]})])
	fx.verdicts(findings) == {["aws_msk_cluster.x", "fail", "disabled"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_msk_cluster.x", {"encryption_info": [{"encryption_in_transit": [{"client_broker": fx.expression}]}]})])
	fx.verdicts(findings) == {["aws_msk_cluster.x", "unknown", "expression-unresolved"]}
}

test_two_faults_are_two if {
	findings := rule.findings with input as fx.stack([fx.res("aws_msk_cluster.r", {"encryption_info": [{"encryption_in_transit": [{"client_broker": "PLAINTEXT", "in_cluster": false}]}]})])
	fx.details(findings) == {["aws_msk_cluster.r", "encryption_info.encryption_in_transit.client_broker"], ["aws_msk_cluster.r", "encryption_info.encryption_in_transit.in_cluster"]}
}

connector(type) := fx.stack([fx.res("aws_mskconnect_connector.c", {"kafka_cluster_encryption_in_transit": [{"encryption_type": type}]})])

test_connector_that_speaks_plaintext_fails if {
	written := rule.findings with input as connector("PLAINTEXT")
	fx.verdicts(written) == {["aws_mskconnect_connector.c", "fail", "not-allowed"]}
	default_type := rule.findings with input as connector(null)
	fx.verdicts(default_type) == {["aws_mskconnect_connector.c", "fail", "absent"]}
	later := rule.findings with input as connector(fx.expression)
	fx.verdicts(later) == {["aws_mskconnect_connector.c", "unknown", "expression-unresolved"]}
}

test_connector_that_speaks_tls_passes if {
	findings := rule.findings with input as connector("TLS")
	fx.verdicts(findings) == set()
}
