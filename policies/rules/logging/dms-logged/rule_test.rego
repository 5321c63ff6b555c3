package bulwark.rules_test.dms_logged

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.dms_logged as rule

attributes := {"aws_dms_replication_task": "replication_task_settings", "aws_dms_replication_config": "replication_settings"}

judged(type, settings) := {[fact.verdict, trim_prefix(fact.path, attributes[type]), fact.reason] | some fact in findings} if {
	findings := rule.findings with input as fx.stack([fx.res(concat("", [type, ".t"]), {attributes[type]: settings})])
}

task(logging) := judged("aws_dms_replication_task", {"Logging": logging})

levels(written) := task({"EnableLogging": true, "LogComponents": [{"Id": id, "Severity": level} | some id, level in written]})

test_on_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dms_replication_task.t", {"replication_task_settings": {"Logging": {"EnableLogging": true}}})])
	fx.verdicts(findings) == set()
	every type, _ in attributes {
		judged(type, {"Logging": {"EnableLogging": true, "LogComponents": []}}) == set()
	}
}

test_absent_fails if {
	every type, _ in attributes {
		address := concat("", [type, ".t"])
		findings := rule.findings with input as fx.stack([fx.res(address, {})])
		fx.verdicts(findings) == {[address, "fail", "absent"]}
		judged(type, {"TargetMetadata": {}}) == {["fail", ".Logging.EnableLogging", "absent"]}
		judged(type, {"Logging": {}}) == {["fail", ".Logging.EnableLogging", "absent"]}
	}
}

test_off_fails_once if {
	task({"EnableLogging": false}) == {["fail", ".Logging.EnableLogging", "disabled"]}
	task({"EnableLogging": false, "LogComponents": [{"Id": "TARGET_APPLY", "Severity": "LOGGER_SEVERITY_ERROR"}]}) == {["fail", ".Logging.EnableLogging", "disabled"]}
}

test_levels_that_say_enough_pass if {
	every id in ["SOURCE_CAPTURE", "SOURCE_UNLOAD", "TARGET_APPLY", "TARGET_LOAD"] {
		every level in ["LOGGER_SEVERITY_DEFAULT", "LOGGER_SEVERITY_DEBUG", "LOGGER_SEVERITY_DETAILED_DEBUG", null] {
			levels({id: level}) == set()
		}
	}
}

test_levels_that_say_too_little_fail if {
	every id in ["SOURCE_CAPTURE", "SOURCE_UNLOAD", "TARGET_APPLY", "TARGET_LOAD"] {
		every level in ["LOGGER_SEVERITY_ERROR", "LOGGER_SEVERITY_WARNING", "LOGGER_SEVERITY_INFO"] {
			levels({id: level}) == {["fail", concat("", [".Logging.LogComponents.", id]), "not-allowed"]}
		}
	}
}

test_two_components_are_two if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dms_replication_config.t", {"replication_settings": {"Logging": {"EnableLogging": "true", "LogComponents": [
		{"Id": "TARGET_LOAD", "Severity": "LOGGER_SEVERITY_INFO"},
		{"Id": "SOURCE_UNLOAD", "Severity": "LOGGER_SEVERITY_INFO"},
	]}}})])
	fx.details(findings) == {
		["aws_dms_replication_config.t", "replication_settings.Logging.LogComponents.TARGET_LOAD"],
		["aws_dms_replication_config.t", "replication_settings.Logging.LogComponents.SOURCE_UNLOAD"],
	}
}

test_other_components_do_not_matter if levels({"TASK_MANAGER": "LOGGER_SEVERITY_ERROR"}) == set()

test_settings_that_cannot_be_read_are_unknown if {
	every type, _ in attributes {
		judged(type, fx.opaque) == {["unknown", ".Logging.EnableLogging", "opaque-document"]}
	}
}

test_unresolved_is_unknown if {
	task({"EnableLogging": fx.expression}) == {["unknown", ".Logging.EnableLogging", "expression-unresolved"]}
	levels({"TARGET_APPLY": fx.expression}) == {["unknown", ".Logging.LogComponents.TARGET_APPLY", "expression-unresolved"]}
	task({"EnableLogging": true, "LogComponents": fx.expression}) == {["unknown", ".Logging.LogComponents", "expression-unresolved"]}
}

component(severity) := task({"EnableLogging": true, "LogComponents": [{"Id": fx.expression, "Severity": severity}]})

test_unresolved_component_is_unknown_where_it_matters if {
	component("LOGGER_SEVERITY_ERROR") == {["unknown", ".Logging.LogComponents", "expression-unresolved"]}
	component(fx.expression) == {["unknown", ".Logging.LogComponents", "expression-unresolved"]}
	component("LOGGER_SEVERITY_DEBUG") == set()
}
