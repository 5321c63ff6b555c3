# METADATA
# title: "Migrations reach their data bases over TLS"
# description: >-
#   A migration reads every row once. Its default, none, sends them and the password in the clear, often out of the
#   data centre that the data base never left. Kafka and Redis have a protocol of their own in place of ssl_mode:
#   Kafka's default is plain, that of Redis is not.
# related_resources:
#   - ref: https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.SSL.html
#     description: "TLS for endpoints"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html#dms-9
#     description: "DMS.9"
#   - ref: https://docs.aws.amazon.com/dms/latest/APIReference/API_KafkaSettings.html
#     description: "SecurityProtocol of Kafka"
#   - ref: https://docs.aws.amazon.com/dms/latest/APIReference/API_RedisSettings.html
#     description: "SslSecurityProtocol of Redis"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/dms_endpoint
#     description: "aws_dms_endpoint"
# custom:
#   severity: medium
#   domain: transport
#   resource_types: ["aws_dms_endpoint"]
#   obligations: [OBL-DATA-6]
#   equivalents:
#     checkov: ["CKV2_AWS_49"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["DMS.9", "DMS.12"]
#     regula: []
#   expected: >-
#     ssl_mode is require, verify-ca or verify-full; kafka_settings.security_protocol is ssl-encryption,
#     ssl-authentication or sasl-ssl; redis_settings.ssl_security_protocol is not plaintext.
#   fix:
#     terraform: >-
#       ssl_mode = "verify-full", certificate_arn = aws_dms_certificate.NAME.certificate_arn
#   since: "0.1.0"
package bulwark.rules.dms_endpoint_tls

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_dms_endpoint")
	engine := tf.step(r.values, "engine_name")
	not tf.is_unknown(engine)
	not is_service(engine)
	some fact in facts(r, engine)
}

# Which setting counts is not known: one that is as it should be is no fault all the same.
findings contains result.unknown(r, "engine_name", engine) if {
	some r in tf.resources("aws_dms_endpoint")
	engine := tf.step(r.values, "engine_name")
	tf.is_unknown(engine)
	count(facts(r, "postgres")) > 0
}

findings contains result.not_applicable(r, "service-of-aws") if {
	some r in tf.resources("aws_dms_endpoint")
	is_service(tf.step(r.values, "engine_name"))
}

facts(r, engine) := judge.one_of(r, setting.path, setting.allowed, setting.absent) if setting := object.get(own_settings, engine, ssl_mode)

ssl_mode := {"path": ["ssl_mode"], "allowed": {"require", "verify-ca", "verify-full"}, "absent": "none"}

own_settings := {
	"kafka": {
		"path": ["kafka_settings", "security_protocol"],
		"allowed": {"ssl-encryption", "ssl-authentication", "sasl-ssl"},
		"absent": "plaintext",
	},
	"redis": {"path": ["redis_settings", "ssl_security_protocol"], "allowed": {"ssl-encryption"}, "absent": "ssl-encryption"},
}

# These are reached over TLS already and have no such setting: https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.SSL.html
is_service(engine) if {
	engine in {
		"dynamodb", "elasticsearch", "kinesis", "neptune", "opensearch", "redshift", "redshift-serverless", "s3",
	}
}
