package bulwark.rules_test.secret_rotated

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.secret_rotated as rule

test_joined_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_secretsmanager_secret.x", {}), fx.res("aws_secretsmanager_secret_rotation.y", {"secret_id": fx.ref("aws_secretsmanager_secret.x")})])
	fx.verdicts(findings) == set()
}

test_alone_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_secretsmanager_secret.x", {})])
	fx.verdicts(findings) == {["aws_secretsmanager_secret.x", "fail", "absent"]}
}

test_joined_elsewhere_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_secretsmanager_secret.x", {}), fx.res("aws_secretsmanager_secret_rotation.y", {"secret_id": fx.ref("aws_secretsmanager_secret.other")})])
	fx.verdicts(findings) == {["aws_secretsmanager_secret.x", "fail", "absent"]}
}

test_unresolved_link_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_secretsmanager_secret.x", {}), fx.res("aws_secretsmanager_secret_rotation.y", {"secret_id": fx.expression})])
	fx.verdicts(findings) == {["aws_secretsmanager_secret.x", "unknown", "reference-unresolved"]}
}

test_one_of_several_is_unknown if {
	one_of := {"$unknown": "expression", "refs": [`aws_secretsmanager_secret.x["a"]`, `aws_secretsmanager_secret.x["b"]`]}
	every target in [one_of, fx.ref("aws_secretsmanager_secret.x")] {
		findings := rule.findings with input as fx.stack([fx.res(`aws_secretsmanager_secret.x["a"]`, {}), fx.res(`aws_secretsmanager_secret.x["b"]`, {}), fx.res("aws_secretsmanager_secret.y", {}), fx.res("aws_secretsmanager_secret_rotation.y", {"secret_id": target})])
		fx.verdicts(findings) == {[`aws_secretsmanager_secret.x["a"]`, "unknown", "reference-unresolved"], [`aws_secretsmanager_secret.x["b"]`, "unknown", "reference-unresolved"], ["aws_secretsmanager_secret.y", "fail", "absent"]}
	}
}
