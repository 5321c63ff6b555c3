package bulwark.rules_test.transfer_encrypted

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.transfer_encrypted as rule

test_sftp_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_transfer_server.x", {"protocols": ["SFTP"]})])
	fx.verdicts(findings) == set()
}

test_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_transfer_server.x", {})])
	fx.verdicts(findings) == set()
}

test_ftp_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_transfer_server.x", {"protocols": ["SFTP", "FTP"]})])
	fx.verdicts(findings) == {["aws_transfer_server.x", "fail", "plaintext-protocol"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_transfer_server.x", {"protocols": fx.expression})])
	fx.verdicts(findings) == {["aws_transfer_server.x", "unknown", "expression-unresolved"]}
}
