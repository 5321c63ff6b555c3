package bulwark.rules_test.codebuild_no_secrets

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.codebuild_no_secrets as rule

variables(list) := fx.stack([fx.res("aws_codebuild_project.p", {"environment": [{"environment_variable": list}]})])

source(block, location) := fx.stack([fx.res("aws_codebuild_project.p", {block: [{"location": location}]})])

test_a_secret_written_out_fails if {
	every type in [null, "", "PLAINTEXT"] {
		findings := rule.findings with input as variables([{"name": "SIGNING_TOKEN", "value": "s3cr3t", "type": type}])
		fx.verdicts(findings) == {["aws_codebuild_project.p", "fail", "secret-written-out"]}
		fx.details(findings) == {["aws_codebuild_project.p", "SIGNING_TOKEN"]}
	}
}

test_the_name_of_a_place_passes if {
	every type in ["PARAMETER_STORE", "SECRETS_MANAGER"] {
		findings := rule.findings with input as variables([{"name": "SIGNING_TOKEN", "value": "signing", "type": type}])
		fx.verdicts(findings) == set()
	}
}

test_other_variables_pass if {
	findings := rule.findings with input as variables([{"name": "STAGE", "value": "live"}, {"name": "SIGNING_TOKEN", "value": fx.ref("aws_secretsmanager_secret.s")}])
	fx.verdicts(findings) == set()
}

test_unresolved_is_unknown if {
	every list in [fx.expression, [{"name": "SIGNING_TOKEN", "value": "s3cr3t", "type": fx.expression}]] {
		findings := rule.findings with input as variables(list)
		fx.verdicts(findings) == {["aws_codebuild_project.p", "unknown", "expression-unresolved"]}
	}
}

test_a_password_in_an_address_fails if {
	every block in ["source", "secondary_sources"] {
		every location in ["https://build:s3cr3t@bitbucket.org/team/firmware.git", concat("", ["https://gh", "u_0123456789abcdefghijABCDEFGHIJ012345@github.com/team/firmware.git"])] {
			findings := rule.findings with input as source(block, location)
			fx.verdicts(findings) == {["aws_codebuild_project.p", "fail", "secret-written-out"]}
		}
	}
}

test_addresses_without_one_pass if {
	every location in ["https://github.com/team/firmware.git", "https://build@bitbucket.org/team/firmware.git", "bucket/source.zip", "https://build:${TOKEN}@bitbucket.org/team/firmware.git", fx.expression] {
		findings := rule.findings with input as source("source", location)
		fx.verdicts(findings) == set()
	}
}

test_an_unknown_value_under_a_name_that_says_secret_is_unknown if {
	findings := rule.findings with input as variables([{"name": "SIGNING_TOKEN", "value": fx.expression}])
	fx.verdicts(findings) == {["aws_codebuild_project.p", "unknown", "expression-unresolved"]}
}

test_the_unknown_name_of_what_holds_the_secret_passes if {
	findings := rule.findings with input as variables([{"name": "SIGNING_TOKEN", "value": fx.expression, "type": "SECRETS_MANAGER"}])
	fx.verdicts(findings) == set()
}
