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
