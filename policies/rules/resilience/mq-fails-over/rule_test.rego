package bulwark.rules_test.mq_fails_over

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.mq_fails_over as rule

judged(values) := fx.verdicts(findings) if {
	findings := rule.findings with input as fx.stack([fx.res("aws_mq_broker.b", values)])
}

test_standby_of_activemq_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_mq_broker.b", {"engine_type": "ActiveMQ", "deployment_mode": "ACTIVE_STANDBY_MULTI_AZ"})])
	fx.verdicts(findings) == set()
	judged({"engine_type": "ACTIVEMQ", "deployment_mode": "ACTIVE_STANDBY_MULTI_AZ"}) == set()
}

test_cluster_of_rabbitmq_passes if {
	judged({"engine_type": "RabbitMQ", "deployment_mode": "CLUSTER_MULTI_AZ"}) == set()
	judged({"engine_type": "RABBITMQ", "deployment_mode": "CLUSTER_MULTI_AZ"}) == set()
}

test_default_fails if {
	every engine in ["ActiveMQ", "RabbitMQ", fx.expression] {
		judged({"engine_type": engine}) == {["aws_mq_broker.b", "fail", "absent"]}
	}
}

test_single_broker_fails if {
	every engine in ["ActiveMQ", "RabbitMQ", fx.expression] {
		judged({"engine_type": engine, "deployment_mode": "SINGLE_INSTANCE"}) == {["aws_mq_broker.b", "fail", "not-allowed"]}
	}
}

test_mode_of_the_other_engine_fails if {
	judged({"engine_type": "ActiveMQ", "deployment_mode": "CLUSTER_MULTI_AZ"}) == {["aws_mq_broker.b", "fail", "not-allowed"]}
	judged({"engine_type": "RabbitMQ", "deployment_mode": "ACTIVE_STANDBY_MULTI_AZ"}) == {["aws_mq_broker.b", "fail", "not-allowed"]}
}

test_either_mode_of_an_unresolved_engine_is_unknown if {
	every mode in ["CLUSTER_MULTI_AZ", "ACTIVE_STANDBY_MULTI_AZ"] {
		findings := rule.findings with input as fx.stack([fx.res("aws_mq_broker.b", {"engine_type": fx.expression, "deployment_mode": mode})])
		{[fact.verdict, fact.path] | some fact in findings} == {["unknown", "engine_type"]}
	}
}

test_unresolved_mode_is_unknown if {
	every engine in ["ActiveMQ", "RabbitMQ", fx.expression] {
		findings := rule.findings with input as fx.stack([fx.res("aws_mq_broker.b", {"engine_type": engine, "deployment_mode": fx.expression})])
		{[fact.verdict, fact.path] | some fact in findings} == {["unknown", "deployment_mode"]}
	}
}
