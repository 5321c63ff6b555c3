package bulwark.rules_test.redshift_logged

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.redshift_logged as rule

test_inline_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshift_cluster.x", {"logging": [{"enable": true}]})])
	fx.verdicts(findings) == set()
}

test_companion_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshift_cluster.x", {}), fx.res("aws_redshift_logging.l", {"cluster_identifier": fx.ref("aws_redshift_cluster.x")})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshift_cluster.x", {})])
	fx.verdicts(findings) == {["aws_redshift_cluster.x", "fail", "absent"]}
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshift_cluster.x", {"logging": [{"enable": false}]})])
	fx.verdicts(findings) == {["aws_redshift_cluster.x", "fail", "absent"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshift_cluster.x", {"logging": [{"enable": fx.expression}]})])
	fx.verdicts(findings) == {["aws_redshift_cluster.x", "unknown", "expression-unresolved"]}
}

test_companion_with_an_unresolved_target_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshift_cluster.x", {}), fx.res("aws_redshift_logging.l", {"cluster_identifier": fx.expression})])
	fx.verdicts(findings) == {["aws_redshift_cluster.x", "unknown", "reference-unresolved"]}
}

test_companion_by_a_literal_name_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshift_cluster.x", {"cluster_identifier": "analysis"}), fx.res("aws_redshift_logging.l", {"cluster_identifier": "analysis"})])
	fx.verdicts(findings) == set()
}

namespace(logs) := {[fact.verdict, fact.path, fact.reason] | some fact in findings} if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshiftserverless_namespace.n", {"log_exports": logs})])
}

test_namespace_with_both_logs_passes if {
	namespace(["connectionlog", "userlog"]) == set()
	namespace(["userlog", "useractivitylog", "connectionlog"]) == set()
	namespace(["userlog", fx.expression, "connectionlog"]) == set()
}

test_namespace_without_logs_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshiftserverless_namespace.n", {})])
	fx.verdicts(findings) == {["aws_redshiftserverless_namespace.n", "fail", "absent"]}
	namespace([]) == {["fail", "log_exports", "absent"]}
}

test_namespace_with_one_of_them_fails if {
	every logs in [["connectionlog"], ["userlog"], ["useractivitylog"], ["useractivitylog", "userlog"]] {
		namespace(logs) == {["fail", "log_exports", "log-missing"]}
	}
}

test_namespace_with_unresolved_logs_is_unknown if {
	namespace(fx.expression) == {["unknown", "log_exports", "expression-unresolved"]}
	namespace(["userlog", fx.expression]) == {["unknown", "log_exports", "expression-unresolved"]}
}

test_companion_makes_up_for_an_unresolved_switch if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_redshift_cluster.x", {"logging": [{"enable": fx.expression}]}),
		fx.res("aws_redshift_logging.l", {"cluster_identifier": fx.ref("aws_redshift_cluster.x")}),
	])
	fx.verdicts(findings) == set()
}
