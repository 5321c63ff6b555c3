package bulwark.rules_test.ec2_source_checked

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ec2_source_checked as rule

judged := ["aws_network_interface.x", "aws_instance.x", "aws_spot_instance_request.x"]

test_default_passes if {
	every address in judged {
		findings := rule.findings with input as fx.stack([fx.res(address, {})])
		fx.verdicts(findings) == set()
	}
}

test_on_passes if {
	every address in judged {
		findings := rule.findings with input as fx.stack([fx.res(address, {"source_dest_check": true})])
		fx.verdicts(findings) == set()
	}
}

test_off_fails if {
	every address in judged {
		findings := rule.findings with input as fx.stack([fx.res(address, {"source_dest_check": false})])
		fx.verdicts(findings) == {[address, "fail", "disabled"]}
	}
}

test_unresolved_is_unknown if {
	every address in judged {
		findings := rule.findings with input as fx.stack([fx.res(address, {"source_dest_check": fx.expression})])
		fx.verdicts(findings) == {[address, "unknown", "expression-unresolved"]}
	}
}
