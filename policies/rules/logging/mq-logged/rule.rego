# METADATA
# title: "Brokers log what they do and who managed them"
# description: >-
#   The general log shows refused connections; the audit log shows who changed queues and users. RabbitMQ has no
#   audit log.
# related_resources:
#   - ref: https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-logging-monitoring-configure-cloudwatch.html
#     description: "Logs of Amazon MQ"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/mq-controls.html#mq-2
#     description: "MQ.2"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/mq_broker
#     description: "aws_mq_broker"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["aws_mq_broker"]
#   obligations: [OBL-CONS-5, OBL-IAM-6]
#   equivalents:
#     checkov: ["CKV_AWS_48", "CKV_AWS_197"]
#     trivy: ["AWS-0070", "AWS-0071"]
#     kics: ["31245f98-a6a9-4182-9fc1-45482b9d030a"]
#     cdk_nag: []
#     security_hub: ["MQ.2"]
#     regula: []
#   expected: >-
#     logs.general is true, and logs.audit too for ActiveMQ.
#   fix:
#     terraform: >-
#       logs { general = true, audit = true }
#   since: "0.1.0"
package bulwark.rules.mq_logged

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.by_path(fact) if {
	some r in tf.resources("aws_mq_broker")
	some fact in judge.enabled(r, ["logs", "general"], false)
}

findings contains result.by_path(fact) if {
	some r in tf.resources("aws_mq_broker")
	not is_rabbit(r)
	some fact in judge.enabled(r, ["logs", "audit"], false)
}

# https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-logging-monitoring-rabbitmq.html
is_rabbit(r) if lower(tf.step(r.values, "engine_type")) == "rabbitmq"
