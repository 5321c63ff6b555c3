package bulwark.rules_test.glue_security_configuration_used

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.glue_security_configuration_used as rule

test_configuration_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_glue_job.j", {"security_configuration": "jobs"})])
	fx.verdicts(findings) == set()
}

test_reference_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_glue_crawler.c", {"security_configuration": fx.ref("aws_glue_security_configuration.s")})])
	fx.verdicts(findings) == set()
}

test_absent_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_glue_job.j", {})])
	fx.verdicts(findings) == {["aws_glue_job.j", "fail", "absent"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_glue_job.j", {"security_configuration": fx.expression})])
	fx.verdicts(findings) == {["aws_glue_job.j", "unknown", "expression-unresolved"]}
}
