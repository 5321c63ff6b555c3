package bulwark.rules_test.ecr_scan_on_push

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ecr_scan_on_push as rule

test_on_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecr_repository.r", {"image_scanning_configuration": [{"scan_on_push": true}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_registry_scan_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecr_repository.r", {}), fx.res("aws_ecr_registry_scanning_configuration.s", {"scan_type": "ENHANCED", "rule": [{"scan_frequency": "CONTINUOUS_SCAN", "repository_filter": [{"filter": "*", "filter_type": "WILDCARD"}]}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecr_repository.r", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_ecr_repository.r", "fail", "absent"]}
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecr_repository.r", {"image_scanning_configuration": [{"scan_on_push": false}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_ecr_repository.r", "fail", "disabled"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecr_repository.r", {"image_scanning_configuration": [{"scan_on_push": fx.expression}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_ecr_repository.r", "unknown", "expression-unresolved"]}
}

registry(type, filter) := fx.res("aws_ecr_registry_scanning_configuration.s", {"scan_type": type, "rule": [{"scan_frequency": "CONTINUOUS_SCAN", "repository_filter": [{"filter": filter, "filter_type": "WILDCARD"}]}]})

test_a_filter_that_takes_in_the_repository_passes if {
	every filter in ["fleet*", "*-app", "*eet-a*", "fleet-app", "eet", "f*t*app"] {
		findings := rule.findings with input as fx.stack([fx.res("aws_ecr_repository.r", {"name": "fleet-app"}), registry("BASIC", filter)])
		fx.verdicts(findings) == set()
	}
}

test_a_filter_that_leaves_the_repository_out_fails if {
	every filter in ["app*", "*-fleet", "prod", "*p*f*", "fleet-app-*", "fleet-app*app"] {
		findings := rule.findings with input as fx.stack([fx.res("aws_ecr_repository.r", {"name": "fleet-app"}), registry("BASIC", filter)])
		fx.verdicts(findings) == {["aws_ecr_repository.r", "fail", "absent"]}
	}
}

test_a_filter_and_a_name_that_nobody_knows_are_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecr_repository.r", {"name": fx.expression}), registry("ENHANCED", "prod-*")])
	fx.verdicts(findings) == {["aws_ecr_repository.r", "unknown", "expression-unresolved"]}
	others := rule.findings with input as fx.stack([fx.res("aws_ecr_repository.r", {"name": "fleet-app"}), registry("BASIC", fx.expression)])
	fx.verdicts(others) == {["aws_ecr_repository.r", "unknown", "expression-unresolved"]}
}

# https://docs.aws.amazon.com/inspector/latest/user/scanning-ecr.html
test_inspector_scans_the_registry if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecr_repository.r", {"name": "fleet-app"}), fx.res("aws_inspector2_enabler.i", {"resource_types": ["EC2", "ECR"]})])
	fx.verdicts(findings) == set()
}

test_inspector_of_other_things_does_not if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecr_repository.r", {"name": "fleet-app"}), fx.res("aws_inspector2_enabler.i", {"resource_types": ["EC2"]})])
	fx.verdicts(findings) == {["aws_ecr_repository.r", "fail", "absent"]}
}

test_filters_narrow_what_inspector_scans if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecr_repository.r", {"name": "fleet-app"}), fx.res("aws_inspector2_enabler.i", {"resource_types": ["ECR"]}), registry("ENHANCED", "prod-*")])
	fx.verdicts(findings) == {["aws_ecr_repository.r", "fail", "absent"]}
}

test_the_registry_of_another_region_scans_nothing_here if {
	every setting in [
		fx.res("aws_ecr_registry_scanning_configuration.r", {"rule": [{"scan_frequency": "SCAN_ON_PUSH", "repository_filter": [{"filter": "*", "filter_type": "WILDCARD"}]}]}),
		fx.res("aws_inspector2_enabler.e", {"resource_types": ["ECR"]}),
	] {
		here := rule.findings with input as fx.stack([fx.within("eu-central-1", setting), fx.within("eu-central-1", fx.res("aws_ecr_repository.r", {"name": "fleet"}))])
		fx.verdicts(here) == set()
		elsewhere := rule.findings with input as fx.stack([fx.within("eu-central-1", setting), fx.within("us-east-1", fx.res("aws_ecr_repository.r", {"name": "fleet"}))])
		{verdict | some [_, verdict, _] in fx.verdicts(elsewhere)} == {"fail"}
	}
}
