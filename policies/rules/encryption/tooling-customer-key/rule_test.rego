package bulwark.rules_test.tooling_customer_key

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.tooling_customer_key as rule

test_own_key_codebuild_project_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_codebuild_project.x", {"encryption_key": fx.ref("aws_kms_key.data")})])
	fx.verdicts(findings) == set()
}

test_default_codebuild_project_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_codebuild_project.x", {})])
	fx.verdicts(findings) == {["aws_codebuild_project.x", "fail", "absent"]}
}

test_key_of_aws_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_codebuild_project.x", {"encryption_key": "alias/aws/rds"})])
	fx.verdicts(findings) == {["aws_codebuild_project.x", "fail", "aws-managed-key"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_codebuild_project.x", {"encryption_key": fx.expression})])
	fx.verdicts(findings) == {["aws_codebuild_project.x", "unknown", "expression-unresolved"]}
}

test_own_key_codeartifact_domain_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_codeartifact_domain.x", {"encryption_key": fx.ref("aws_kms_key.data")})])
	fx.verdicts(findings) == set()
}

test_default_codeartifact_domain_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_codeartifact_domain.x", {})])
	fx.verdicts(findings) == {["aws_codeartifact_domain.x", "fail", "absent"]}
}

test_own_key_imagebuilder_component_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_imagebuilder_component.x", {"kms_key_id": fx.ref("aws_kms_key.data")})])
	fx.verdicts(findings) == set()
}

test_default_imagebuilder_component_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_imagebuilder_component.x", {})])
	fx.verdicts(findings) == {["aws_imagebuilder_component.x", "fail", "absent"]}
}

test_own_key_networkfirewall_firewall_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_networkfirewall_firewall.x", {"encryption_configuration": {"key_id": fx.ref("aws_kms_key.data")}})])
	fx.verdicts(findings) == set()
}

test_default_networkfirewall_firewall_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_networkfirewall_firewall.x", {})])
	fx.verdicts(findings) == {["aws_networkfirewall_firewall.x", "fail", "absent"]}
}

test_own_key_networkfirewall_firewall_policy_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_networkfirewall_firewall_policy.x", {"encryption_configuration": {"key_id": fx.ref("aws_kms_key.data")}})])
	fx.verdicts(findings) == set()
}

test_default_networkfirewall_firewall_policy_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_networkfirewall_firewall_policy.x", {})])
	fx.verdicts(findings) == {["aws_networkfirewall_firewall_policy.x", "fail", "absent"]}
}

test_own_key_networkfirewall_rule_group_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_networkfirewall_rule_group.x", {"encryption_configuration": {"key_id": fx.ref("aws_kms_key.data")}})])
	fx.verdicts(findings) == set()
}

test_default_networkfirewall_rule_group_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_networkfirewall_rule_group.x", {})])
	fx.verdicts(findings) == {["aws_networkfirewall_rule_group.x", "fail", "absent"]}
}

test_own_key_sagemaker_domain_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sagemaker_domain.x", {"kms_key_id": fx.ref("aws_kms_key.data")})])
	fx.verdicts(findings) == set()
}

test_default_sagemaker_domain_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sagemaker_domain.x", {})])
	fx.verdicts(findings) == {["aws_sagemaker_domain.x", "fail", "absent"]}
}

test_own_key_sagemaker_endpoint_configuration_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sagemaker_endpoint_configuration.x", {"kms_key_arn": fx.ref("aws_kms_key.data")})])
	fx.verdicts(findings) == set()
}

test_default_sagemaker_endpoint_configuration_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sagemaker_endpoint_configuration.x", {})])
	fx.verdicts(findings) == {["aws_sagemaker_endpoint_configuration.x", "fail", "absent"]}
}

test_own_key_sagemaker_notebook_instance_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sagemaker_notebook_instance.x", {"kms_key_id": fx.ref("aws_kms_key.data")})])
	fx.verdicts(findings) == set()
}

test_default_sagemaker_notebook_instance_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sagemaker_notebook_instance.x", {})])
	fx.verdicts(findings) == {["aws_sagemaker_notebook_instance.x", "fail", "absent"]}
}

test_pipeline_with_own_key_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_codepipeline.x", {"artifact_store": [{"location": "artifacts", "encryption_key": [{"id": fx.ref("aws_kms_key.data")}]}]})])
	fx.verdicts(findings) == set()
}

test_pipeline_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_codepipeline.x", {"artifact_store": [{"location": "artifacts"}]})])
	fx.verdicts(findings) == {["aws_codepipeline.x", "fail", "absent"]}
}

test_pipeline_with_unknown_bucket_and_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_codepipeline.x", {"artifact_store": [{"location": fx.expression}]})])
	fx.verdicts(findings) == {["aws_codepipeline.x", "fail", "absent"]}
}
