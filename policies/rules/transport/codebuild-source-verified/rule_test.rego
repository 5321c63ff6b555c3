package bulwark.rules_test.codebuild_source_verified

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.codebuild_source_verified as rule

project(values) := fx.stack([fx.res("aws_codebuild_project.p", values)])

test_verified_passes if {
	findings := rule.findings with input as project({"source": [{"insecure_ssl": false}], "secondary_sources": [{"type": "GITHUB"}]})
	fx.verdicts(findings) == set()
}

test_any_certificate_fails if {
	findings := rule.findings with input as project({"source": [{"insecure_ssl": true}]})
	fx.verdicts(findings) == {["aws_codebuild_project.p", "fail", "tls-not-verified"]}
}

test_any_certificate_of_a_second_source_fails if {
	findings := rule.findings with input as project({"source": [{"type": "GITHUB"}], "secondary_sources": [{"type": "GITHUB"}, {"insecure_ssl": true}]})
	fx.details(findings) == {["aws_codebuild_project.p", "secondary_sources"]}
}

test_unresolved_is_unknown if {
	every values in [{"source": [{"insecure_ssl": fx.expression}]}, {"secondary_sources": fx.expression}] {
		findings := rule.findings with input as project(values)
		fx.verdicts(findings) == {["aws_codebuild_project.p", "unknown", "expression-unresolved"]}
	}
}
