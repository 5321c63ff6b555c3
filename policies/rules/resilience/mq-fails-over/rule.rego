# METADATA
# title: "Brokers survive the loss of a node"
# description: >-
#   A single broker that is lost takes its queues out of service until AWS has replaced it. ActiveMQ keeps a second
#   one that stands by in another zone, RabbitMQ a cluster over zones; the default is neither.
# related_resources:
#   - ref: https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/amazon-mq-broker-architecture.html
#     description: "Deployment modes of ActiveMQ"
#   - ref: https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/rabbitmq-broker-architecture.html
#     description: "Deployment modes of RabbitMQ"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/mq-controls.html#mq-5
#     description: "MQ.5"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/mq-controls.html#mq-6
#     description: "MQ.6"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/mq_broker
#     description: "aws_mq_broker"
# custom:
#   severity: low
#   domain: resilience
#   resource_types: ["aws_mq_broker"]
#   obligations: [OBL-INC-3]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["MQ.5", "MQ.6"]
#     regula: []
#   expected: >-
#     deployment_mode is ACTIVE_STANDBY_MULTI_AZ for ActiveMQ and CLUSTER_MULTI_AZ for RabbitMQ.
#   fix:
#     terraform: >-
#       deployment_mode = "ACTIVE_STANDBY_MULTI_AZ"
#   since: "0.1.0"
package bulwark.rules.mq_fails_over

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_mq_broker")
	some fact in facts(r, tf.step(r.values, "engine_type"))
}

# The provider takes the name of an engine in any case.
facts(r, engine) := judge.one_of(r, ["deployment_mode"], {modes[lower(engine)]}, "SINGLE_INSTANCE") if is_string(engine)

# Which of the two is right is not known; that one of them is missing may be.
facts(r, engine) := array.concat(wrong, [result.unknown(r, "engine_type", engine) | count(wrong) == 0]) if {
	tf.is_unknown(engine)
	wrong := judge.one_of(r, ["deployment_mode"], {mode | some _, mode in modes}, "SINGLE_INSTANCE")
}

modes := {"activemq": "ACTIVE_STANDBY_MULTI_AZ", "rabbitmq": "CLUSTER_MULTI_AZ"}
