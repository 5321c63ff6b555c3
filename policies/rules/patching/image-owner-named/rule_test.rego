package bulwark.rules_test.image_owner_named

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.image_owner_named as rule

test_named_owner_passes if {
	findings := rule.findings with input as fx.stack([fx.res("data.aws_ami.x", {"most_recent": true, "owners": ["amazon"]})])
	fx.verdicts(findings) == set()
}

test_owner_as_filter_passes if {
	findings := rule.findings with input as fx.stack([fx.res("data.aws_ami.x", {"most_recent": true, "filter": [{"name": "owner-alias", "values": ["amazon"]}]})])
	fx.verdicts(findings) == set()
}

test_own_image_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ami.x", {"name": "gateway"})])
	fx.verdicts(findings) == set()
}

test_by_name_alone_fails if {
	findings := rule.findings with input as fx.stack([fx.res("data.aws_ami.x", {"most_recent": true, "filter": [{"name": "name", "values": ["gateway-*"]}]})])
	fx.verdicts(findings) == {["data.aws_ami.x", "fail", "absent"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("data.aws_ami.x", {"most_recent": true, "owners": fx.expression})])
	fx.verdicts(findings) == {["data.aws_ami.x", "unknown", "expression-unresolved"]}
}
