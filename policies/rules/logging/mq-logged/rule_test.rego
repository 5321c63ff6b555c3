package bulwark.rules_test.mq_logged

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.mq_logged as rule

test_both_pass if {
	findings := rule.findings with input as fx.stack([fx.res("aws_mq_broker.x", {"engine_type": "ActiveMQ", "logs": [{"general": true, "audit": true}]})])
	fx.verdicts(findings) == set()
}

test_rabbit_without_audit_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_mq_broker.x", {"engine_type": "RabbitMQ", "logs": [{"general": true}]})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_mq_broker.x", {"engine_type": "ActiveMQ"})])
	fx.verdicts(findings) == {["aws_mq_broker.x", "fail", "absent"]}
}

test_no_audit_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_mq_broker.x", {"engine_type": "ActiveMQ", "logs": [{"general": true, "audit": false}]})])
	fx.verdicts(findings) == {["aws_mq_broker.x", "fail", "disabled"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_mq_broker.x", {"engine_type": "RabbitMQ", "logs": [{"general": fx.expression}]})])
	fx.verdicts(findings) == {["aws_mq_broker.x", "unknown", "expression-unresolved"]}
}

test_two_faults_are_two if {
	findings := rule.findings with input as fx.stack([fx.res("aws_mq_broker.r", {"engine_type": "ActiveMQ", "logs": [{"general": false, "audit": "false"}]})])
	fx.details(findings) == {["aws_mq_broker.r", "logs.general"], ["aws_mq_broker.r", "logs.audit"]}
}
