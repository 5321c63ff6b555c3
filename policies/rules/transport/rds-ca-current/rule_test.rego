package bulwark.rules_test.rds_ca_current

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.rds_ca_current as rule

test_current_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"ca_cert_identifier": "rds-ca-rsa2048-g1"})])
	fx.verdicts(findings) == set()
}

test_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {})])
	fx.verdicts(findings) == set()
}

test_expired_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"ca_cert_identifier": "rds-ca-2019"})])
	fx.verdicts(findings) == {["aws_db_instance.x", "fail", "not-allowed"]}
}

test_expired_on_a_member_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_rds_cluster_instance.x", {"ca_cert_identifier": "rds-ca-2019"})])
	fx.verdicts(findings) == {["aws_rds_cluster_instance.x", "fail", "not-allowed"]}
}

test_expired_on_a_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_rds_cluster.x", {"ca_certificate_identifier": "rds-ca-2015"})])
	fx.verdicts(findings) == {["aws_rds_cluster.x", "fail", "not-allowed"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"ca_cert_identifier": fx.expression})])
	fx.verdicts(findings) == {["aws_db_instance.x", "unknown", "expression-unresolved"]}
}
