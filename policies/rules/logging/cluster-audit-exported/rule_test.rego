package bulwark.rules_test.cluster_audit_exported

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.cluster_audit_exported as rule

test_audit_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_docdb_cluster.x", {"enabled_cloudwatch_logs_exports": ["audit", "profiler"]}), fx.res("aws_neptune_cluster.y", {"enable_cloudwatch_logs_exports": ["audit"]})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_neptune_cluster.x", {})])
	fx.verdicts(findings) == {["aws_neptune_cluster.x", "fail", "absent"]}
}

test_default_of_documents_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_docdb_cluster.x", {})])
	fx.verdicts(findings) == {["aws_docdb_cluster.x", "fail", "absent"]}
}

test_profiler_alone_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_docdb_cluster.x", {"enabled_cloudwatch_logs_exports": ["profiler"]})])
	fx.verdicts(findings) == {["aws_docdb_cluster.x", "fail", "log-missing"]}
}

test_one_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_docdb_cluster.x", {"enabled_cloudwatch_logs_exports": [fx.expression]})])
	fx.verdicts(findings) == {["aws_docdb_cluster.x", "unknown", "expression-unresolved"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_docdb_cluster.x", {"enabled_cloudwatch_logs_exports": fx.expression})])
	fx.verdicts(findings) == {["aws_docdb_cluster.x", "unknown", "expression-unresolved"]}
}
