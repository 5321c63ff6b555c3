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
