package bulwark.rules_test.glue_catalog_encrypted

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.glue_catalog_encrypted as rule

test_both_pass if {
	findings := rule.findings with input as fx.stack([fx.res("aws_glue_data_catalog_encryption_settings.g", {"data_catalog_encryption_settings": [{"connection_password_encryption": [{"return_connection_password_encrypted": true}], "encryption_at_rest": [{"catalog_encryption_mode": "SSE-KMS"}]}]})])
	fx.verdicts(findings) == set()
}

test_plain_catalog_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_glue_data_catalog_encryption_settings.g", {"data_catalog_encryption_settings": [{"connection_password_encryption": [{"return_connection_password_encrypted": true}], "encryption_at_rest": [{"catalog_encryption_mode": "DISABLED"}]}]})])
	fx.verdicts(findings) == {["aws_glue_data_catalog_encryption_settings.g", "fail", "not-allowed"]}
}

test_plain_passwords_fail if {
	findings := rule.findings with input as fx.stack([fx.res("aws_glue_data_catalog_encryption_settings.g", {"data_catalog_encryption_settings": [{"connection_password_encryption": [{"return_connection_password_encrypted": false}], "encryption_at_rest": [{"catalog_encryption_mode": "SSE-KMS"}]}]})])
	fx.verdicts(findings) == {["aws_glue_data_catalog_encryption_settings.g", "fail", "disabled"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_glue_data_catalog_encryption_settings.g", {"data_catalog_encryption_settings": [{"connection_password_encryption": [{"return_connection_password_encrypted": true}], "encryption_at_rest": [{"catalog_encryption_mode": fx.expression}]}]})])
	fx.verdicts(findings) == {["aws_glue_data_catalog_encryption_settings.g", "unknown", "expression-unresolved"]}
}

test_two_faults_are_two if {
	findings := rule.findings with input as fx.stack([fx.res("aws_glue_data_catalog_encryption_settings.r", {"data_catalog_encryption_settings": [{"encryption_at_rest": [{"catalog_encryption_mode": "DISABLED"}], "connection_password_encryption": [{"return_connection_password_encrypted": false}]}]})])
	fx.details(findings) == {["aws_glue_data_catalog_encryption_settings.r", "data_catalog_encryption_settings.encryption_at_rest.catalog_encryption_mode"], ["aws_glue_data_catalog_encryption_settings.r", "data_catalog_encryption_settings.connection_password_encryption.return_connection_password_encrypted"]}
}
