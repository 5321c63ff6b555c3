package bulwark.rules_test.dms_endpoint_tls

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.dms_endpoint_tls as rule

test_verified_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dms_endpoint.x", {"engine_name": "postgres", "ssl_mode": "verify-full"})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dms_endpoint.x", {"engine_name": "postgres"})])
	fx.verdicts(findings) == {["aws_dms_endpoint.x", "fail", "absent"]}
}

test_none_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dms_endpoint.x", {"engine_name": "postgres", "ssl_mode": "none"})])
	fx.verdicts(findings) == {["aws_dms_endpoint.x", "fail", "not-allowed"]}
}

test_stream_does_not_apply if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dms_endpoint.x", {"engine_name": "kinesis"})])
	fx.verdicts(findings) == {["aws_dms_endpoint.x", "not-applicable", "service-of-aws"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dms_endpoint.x", {"engine_name": "postgres", "ssl_mode": fx.expression})])
	fx.verdicts(findings) == {["aws_dms_endpoint.x", "unknown", "expression-unresolved"]}
}

test_redshift_does_not_apply if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dms_endpoint.x", {"engine_name": "redshift", "ssl_mode": "none"})])
	fx.verdicts(findings) == {["aws_dms_endpoint.x", "not-applicable", "service-of-aws"]}
}

test_kafka_goes_by_its_own_protocol if {
	plain := rule.findings with input as fx.stack([fx.res("aws_dms_endpoint.x", {"engine_name": "kafka", "ssl_mode": "require", "kafka_settings": [{"security_protocol": "plaintext"}]})])
	fx.verdicts(plain) == {["aws_dms_endpoint.x", "fail", "not-allowed"]}
	default_ := rule.findings with input as fx.stack([fx.res("aws_dms_endpoint.x", {"engine_name": "kafka", "kafka_settings": [{"broker": "b:9092"}]})])
	fx.verdicts(default_) == {["aws_dms_endpoint.x", "fail", "absent"]}
	every protocol in ["ssl-encryption", "ssl-authentication", "sasl-ssl"] {
		findings := rule.findings with input as fx.stack([fx.res("aws_dms_endpoint.x", {"engine_name": "kafka", "kafka_settings": [{"security_protocol": protocol}]})])
		fx.verdicts(findings) == set()
	}
}

test_redis_goes_by_its_own_protocol if {
	plain := rule.findings with input as fx.stack([fx.res("aws_dms_endpoint.x", {"engine_name": "redis", "redis_settings": [{"ssl_security_protocol": "plaintext"}]})])
	fx.verdicts(plain) == {["aws_dms_endpoint.x", "fail", "not-allowed"]}
	default_ := rule.findings with input as fx.stack([fx.res("aws_dms_endpoint.x", {"engine_name": "redis", "redis_settings": [{"port": 6379}]})])
	fx.verdicts(default_) == set()
}

test_unresolved_engine_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dms_endpoint.x", {"engine_name": fx.expression})])
	fx.verdicts(findings) == {["aws_dms_endpoint.x", "unknown", "expression-unresolved"]}
}

test_each_way_to_ask_for_tls_passes if {
	every mode in ["require", "verify-ca", "verify-full"] {
		every engine in ["postgres", fx.expression] {
			findings := rule.findings with input as fx.stack([fx.res("aws_dms_endpoint.x", {"engine_name": engine, "ssl_mode": mode})])
			fx.verdicts(findings) == set()
		}
	}
}

test_each_service_of_aws_is_reached_over_tls if {
	every engine in ["dynamodb", "elasticsearch", "kinesis", "neptune", "opensearch", "redshift", "redshift-serverless", "s3"] {
		findings := rule.findings with input as fx.stack([fx.res("aws_dms_endpoint.x", {"engine_name": engine})])
		fx.verdicts(findings) == {["aws_dms_endpoint.x", "not-applicable", "service-of-aws"]}
	}
}
