package bulwark.rules_test.transfer_logged

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.transfer_logged as rule

connector(values) := fx.stack([fx.res("aws_transfer_connector.x", values)])

server(values) := fx.stack([fx.res("aws_transfer_server.x", values)])

test_connector_with_a_role_passes if {
	every role in ["arn:aws:iam::123456789012:role/log", fx.ref("aws_iam_role.log")] {
		findings := rule.findings with input as connector({"logging_role": role})
		fx.verdicts(findings) == set()
	}
}

test_connector_without_a_role_fails if {
	every values in [{}, {"logging_role": ""}, {"structured_log_destinations": ["arn:aws:logs:eu-central-1:123456789012:log-group:t:*"]}] {
		findings := rule.findings with input as connector(values)
		fx.verdicts(findings) == {["aws_transfer_connector.x", "fail", "absent"]}
	}
}

test_connector_whose_role_may_be_nothing_is_unknown if {
	findings := rule.findings with input as connector({"logging_role": fx.expression})
	fx.verdicts(findings) == {["aws_transfer_connector.x", "unknown", "expression-unresolved"]}
}

test_server_with_either_passes if {
	every values in [
		{"logging_role": fx.ref("aws_iam_role.log")},
		{"structured_log_destinations": [fx.template("${}:*", ["aws_cloudwatch_log_group.t"])]},
		{"logging_role": "", "structured_log_destinations": ["arn:aws:logs:eu-central-1:123456789012:log-group:t:*"]},
		{"logging_role": fx.expression, "structured_log_destinations": ["arn:aws:logs:eu-central-1:123456789012:log-group:t:*"]},
	] {
		findings := rule.findings with input as server(values)
		fx.verdicts(findings) == set()
	}
}

test_server_with_neither_fails if {
	every values in [{}, {"logging_role": "", "structured_log_destinations": []}, {"logging_role": null, "structured_log_destinations": null}] {
		findings := rule.findings with input as server(values)
		{[fact.path, fact.verdict, fact.reason] | some fact in findings} == {["structured_log_destinations", "fail", "absent"]}
	}
}

test_server_of_which_nobody_knows_is_unknown if {
	every values in [{"logging_role": fx.expression}, {"structured_log_destinations": fx.expression}, {"structured_log_destinations": [fx.expression]}] {
		findings := rule.findings with input as server(values)
		fx.verdicts(findings) == {["aws_transfer_server.x", "unknown", "expression-unresolved"]}
	}
}
