package bulwark.rules_test.service_lifecycle_open

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.service_lifecycle_open as rule

lifecycle := {
	"services": [
		{"id": "gone", "service": "Gone", "status": "ended", "on": "2026-01-01", "resourceTypes": ["aws_qldb_ledger"]},
		{"id": "going", "service": "Going", "status": "closed-to-new-customers", "on": "2027-01-01", "resourceTypes": ["aws_apprunner_service"]},
	],
	"engines": [
		{"engine": "postgres", "version": "13", "on": "2026-02-28"},
		{"engine": "postgres", "version": "15", "on": "2028-02-29"},
		{"engine": "eks", "version": "1.9", "andOlder": true, "on": "2024-11-26"},
		{"engine": "redis", "version": "4", "andOlder": true, "on": "2026-01-31"},
		{"engine": "rabbitmq", "version": "3.12", "on": "2025-03-17"},
		{"engine": "opensearch", "version": "2.9", "on": "2025-11-07"},
		{"engine": "elasticsearch", "version": "1.5", "on": "2025-11-07"},
		{"engine": "elasticsearch", "version": "7.8", "on": "2025-11-07"},
		{"engine": "kafka", "version": "2.8", "on": "2025-01-14"},
		{"engine": "docdb", "version": "3.6", "on": "2026-03-30"},
		{"engine": "neptune", "version": "1.1.0", "on": "2025-03-15"},
		{"engine": "glue", "version": "2.0", "on": "2024-01-31"},
		{"engine": "glue", "version": "4.0", "on": "2028-01-31"},
	],
}

judged(resources) := findings if {
	findings := rule.findings with input as fx.dossier(resources) with data.lifecycle as lifecycle
}

test_ended_service_fails if {
	findings := judged([fx.res("aws_qldb_ledger.l", {})])
	fx.verdicts(findings) == {["aws_qldb_ledger.l", "fail", "service-ended"]}
	fx.details(findings) == {["aws_qldb_ledger.l", "gone"]}
}

test_date_to_come_passes if fx.verdicts(judged([fx.res("aws_apprunner_service.s", {})])) == set()

test_without_a_day_every_date_has_passed if {
	findings := rule.findings with input as fx.stack([fx.res("aws_apprunner_service.s", {})]) with data.lifecycle as lifecycle
	fx.verdicts(findings) == {["aws_apprunner_service.s", "fail", "service-ended"]}
}

test_old_engine_fails if {
	findings := judged([fx.res("aws_db_instance.d", {"engine": "postgres", "engine_version": "13.4"})])
	fx.verdicts(findings) == {["aws_db_instance.d", "fail", "standard-support-ended"]}
}

test_bare_major_fails if {
	findings := judged([fx.res("aws_rds_cluster.c", {"engine": "postgres", "engine_version": "13"})])
	fx.verdicts(findings) == {["aws_rds_cluster.c", "fail", "standard-support-ended"]}
}

test_supported_engine_passes if fx.verdicts(judged([fx.res("aws_db_instance.d", {"engine": "postgres", "engine_version": "15.4"})])) == set()

test_number_that_begins_alike_passes if fx.verdicts(judged([fx.res("aws_db_instance.d", {"engine": "postgres", "engine_version": "130.1"})])) == set()

test_other_engine_passes if fx.verdicts(judged([fx.res("aws_db_instance.d", {"engine": "mariadb", "engine_version": "13.1"})])) == set()

test_default_version_passes if fx.verdicts(judged([fx.res("aws_db_instance.d", {"engine": "postgres"})])) == set()

test_unresolved_version_is_unknown if {
	findings := judged([fx.res("aws_db_instance.d", {"engine": "postgres", "engine_version": fx.expression})])
	fx.verdicts(findings) == {["aws_db_instance.d", "unknown", "expression-unresolved"]}
}

test_unresolved_engine_is_unknown if {
	findings := judged([fx.res("aws_db_instance.d", {"engine": fx.expression, "engine_version": "13.4"})])
	fx.verdicts(findings) == {["aws_db_instance.d", "unknown", "expression-unresolved"]}
}

test_unresolved_version_of_an_engine_without_dates_passes if {
	fx.verdicts(judged([fx.res("aws_db_instance.d", {"engine": "mariadb", "engine_version": fx.expression})])) == set()
}

verdict_of(address, values) := {[verdict, reason] | some [_, verdict, reason] in fx.verdicts(judged([fx.res(address, values)]))}

ended := {["fail", "standard-support-ended"]}

test_engines_of_their_own_types_fail if {
	verdict_of("aws_eks_cluster.c", {"version": "1.9"}) == ended
	verdict_of("aws_eks_node_group.g", {"version": "1.9"}) == ended
	verdict_of("aws_elasticache_replication_group.g", {"engine": "redis", "engine_version": "4.0.10"}) == ended
	verdict_of("aws_elasticache_replication_group.g", {"engine_version": "4.0.10"}) == ended
	verdict_of("aws_elasticache_cluster.c", {"engine": "redis", "engine_version": "4.0.10"}) == ended
	verdict_of("aws_mq_broker.b", {"engine_type": "RabbitMQ", "engine_version": "3.12.13"}) == ended
	verdict_of("aws_mq_configuration.c", {"engine_type": "RabbitMQ", "engine_version": "3.12.13"}) == ended
	verdict_of("aws_opensearch_domain.d", {"engine_version": "OpenSearch_2.9"}) == ended
	verdict_of("aws_opensearch_domain.d", {"engine_version": "Elasticsearch_7.8"}) == ended
	verdict_of("aws_elasticsearch_domain.d", {"elasticsearch_version": "7.8"}) == ended
	verdict_of("aws_msk_cluster.c", {"kafka_version": "2.8.1"}) == ended
	verdict_of("aws_docdb_cluster.c", {"engine_version": "3.6.0"}) == ended
	verdict_of("aws_neptune_cluster.c", {"engine_version": "1.1.0.0"}) == ended
	verdict_of("aws_rds_global_cluster.c", {"engine": "postgres", "engine_version": "13.4"}) == ended
}

test_older_than_the_oldest_line_fails if {
	verdict_of("aws_eks_cluster.c", {"version": "1.8"}) == ended
	verdict_of("aws_eks_cluster.c", {"version": "0.17"}) == ended
	verdict_of("aws_elasticache_cluster.c", {"engine": "redis", "engine_version": "2.8.24"}) == ended
}

test_newer_lines_pass if {
	verdict_of("aws_eks_cluster.c", {"version": "1.10"}) == set()
	verdict_of("aws_eks_cluster.c", {"version": "2.1"}) == set()
	verdict_of("aws_elasticache_replication_group.g", {"engine": "redis", "engine_version": "6.x"}) == set()
	verdict_of("aws_elasticache_replication_group.g", {"engine": "valkey", "engine_version": "4.0"}) == set()
	verdict_of("aws_elasticache_cluster.c", {"engine": "memcached", "engine_version": "1.4.14"}) == set()
	verdict_of("aws_mq_broker.b", {"engine_type": "RabbitMQ", "engine_version": "3.13"}) == set()
	verdict_of("aws_opensearch_domain.d", {"engine_version": "OpenSearch_2.11"}) == set()
	verdict_of("aws_opensearch_domain.d", {"engine_version": "OpenSearch_2.90"}) == set()
	verdict_of("aws_neptune_cluster.c", {"engine_version": "1.1.1.0"}) == set()
	verdict_of("aws_docdb_cluster.c", {"engine_version": "latest"}) == set()
}

test_older_than_a_line_without_older_ones_passes if verdict_of("aws_msk_cluster.c", {"kafka_version": "1.1.1"}) == set()

test_default_versions_pass if {
	verdict_of("aws_eks_cluster.c", {}) == set()
	verdict_of("aws_elasticache_cluster.c", {"replication_group_id": "g"}) == set()
	verdict_of("aws_opensearch_domain.d", {}) == set()
}

test_the_default_of_elasticsearch_fails if verdict_of("aws_elasticsearch_domain.d", {}) == ended

test_unresolved_version_of_an_only_engine_is_unknown if {
	verdict_of("aws_eks_cluster.c", {"version": fx.expression}) == {["unknown", "expression-unresolved"]}
	verdict_of("aws_opensearch_domain.d", {"engine_version": fx.expression}) == {["unknown", "expression-unresolved"]}
	verdict_of("aws_mq_broker.b", {"engine_type": "ACTIVEMQ", "engine_version": fx.expression}) == set()
	verdict_of("aws_mq_broker.b", {"engine_type": "RABBITMQ", "engine_version": fx.expression}) == {["unknown", "expression-unresolved"]}
	verdict_of("aws_elasticache_replication_group.g", {"engine_version": fx.expression}) == {["unknown", "expression-unresolved"]}
}

test_what_is_seen_names_engine_version_and_date if {
	{fact.actual | some fact in judged([fx.res("aws_eks_cluster.c", {"version": "1.8"})])} == {"eks 1.8 (2024-11-26)"}
}

test_an_unresolved_engine_of_an_unresolved_version_is_told_once if {
	findings := judged([fx.res("aws_db_instance.d", {"engine": fx.expression, "engine_version": fx.expression})])
	{fact.path | some fact in findings} == {"engine_version"}
}

test_a_version_of_another_form_passes if verdict_of("aws_opensearch_domain.d", {"engine_version": "OpenSearch_2.9_x"}) == set()

glue(values) := verdict_of("aws_glue_job.j", values)

test_spark_on_an_ended_version_of_glue_fails if {
	glue({"glue_version": "2.0", "command": [{"name": "glueetl"}]}) == ended
	glue({"glue_version": "2.0", "command": [{"name": "gluestreaming"}]}) == ended
	glue({"glue_version": "2.0", "command": [{}]}) == ended
}

test_spark_on_an_open_version_of_glue_passes if {
	glue({"glue_version": "4.0", "command": [{"name": "glueetl"}]}) == set()
	glue({"glue_version": "20.0", "command": [{"name": "glueetl"}]}) == set()
	glue({"command": [{"name": "glueetl"}]}) == set()
}

test_other_jobs_go_by_versions_of_their_own if {
	glue({"glue_version": "2.0", "command": [{"name": "pythonshell"}]}) == set()
	glue({"glue_version": fx.expression, "command": [{"name": "glueray"}]}) == set()
}

test_unresolved_version_of_glue_is_unknown if {
	glue({"glue_version": fx.expression, "command": [{"name": "glueetl"}]}) == {["unknown", "expression-unresolved"]}
	glue({"glue_version": fx.expression, "command": [{"name": fx.expression}]}) == {["unknown", "expression-unresolved"]}
}

test_unresolved_kind_of_job_is_unknown_where_it_matters if {
	findings := judged([fx.res("aws_glue_job.j", {"glue_version": "2.0", "command": [{"name": fx.expression}]})])
	{[fact.verdict, fact.path] | some fact in findings} == {["unknown", "command.name"]}
	glue({"glue_version": "4.0", "command": [{"name": fx.expression}]}) == set()
}
