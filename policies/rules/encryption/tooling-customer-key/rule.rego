# METADATA
# title: "Builds, models and firewalls use a customer managed key"
# description: >-
#   Artifacts of a build become what runs on devices; notebooks and endpoints hold what devices sent; rules of a
#   firewall tell what it does not see. A key of your own can be kept from those who need not read them, and
#   withdrawn.
# related_resources:
#   - ref: https://docs.aws.amazon.com/codebuild/latest/userguide/security-encryption.html
#     description: "Encryption in CodeBuild"
#   - ref: https://docs.aws.amazon.com/network-firewall/latest/developerguide/kms-encryption-at-rest.html
#     description: "Encryption in Network Firewall"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/codebuild_project
#     description: "aws_codebuild_project"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/codeartifact_domain
#     description: "aws_codeartifact_domain"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/imagebuilder_component
#     description: "aws_imagebuilder_component"
# custom:
#   severity: low
#   domain: encryption
#   resource_types:
#     - "aws_codebuild_project"
#     - "aws_codeartifact_domain"
#     - "aws_imagebuilder_component"
#     - "aws_networkfirewall_firewall"
#     - "aws_networkfirewall_firewall_policy"
#     - "aws_networkfirewall_rule_group"
#     - "aws_sagemaker_domain"
#     - "aws_sagemaker_endpoint_configuration"
#     - "aws_sagemaker_notebook_instance"
#     - "aws_codepipeline"
#   obligations: [OBL-DATA-7, OBL-SDLC-8]
#   equivalents:
#     checkov: ["CKV_AWS_22", "CKV_AWS_98", "CKV_AWS_147", "CKV_AWS_180", "CKV_AWS_187", "CKV_AWS_219", "CKV_AWS_221", "CKV_AWS_345", "CKV_AWS_346"]
#     trivy: []
#     kics: ["3deec14b-03d2-4d27-9670-7d79322e3340", "58b35504-0287-4154-bf69-02c0573deab8", "f3674e0c-f6be-43fa-b71c-bf346d1aed99"]
#     cdk_nag: []
#     security_hub: ["SageMaker.21"]
#     regula: []
#   expected: >-
#     The service's key attribute names a customer managed key.
#   fix:
#     terraform: >-
#       encryption_key = aws_kms_key.NAME.arn
#   since: "0.1.0"
package bulwark.rules.tooling_customer_key

import data.bulwark.lib.kms
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some type, path in keys
	some r in tf.resources(type)
	some fact in kms.customer_key(r, concat(".", path), tf.dig(r.values, path))
}

findings contains result.with_detail(fact, store.location) if {
	some r in tf.resources("aws_codepipeline")
	some store in tf.list(object.get(r.values, "artifact_store", null))
	is_string(store.location)
	some fact in kms.customer_key(r, "artifact_store.encryption_key.id", tf.dig(store, ["encryption_key", "id"]))
}

findings contains fact if {
	some r in tf.resources("aws_codepipeline")
	some store in tf.list(object.get(r.values, "artifact_store", null))
	not is_string(store.location)
	some fact in kms.customer_key(r, "artifact_store.encryption_key.id", tf.dig(store, ["encryption_key", "id"]))
}

# Where each type names its key.
keys := {
	"aws_codebuild_project": ["encryption_key"],
	"aws_codeartifact_domain": ["encryption_key"],
	"aws_imagebuilder_component": ["kms_key_id"],
	"aws_networkfirewall_firewall": ["encryption_configuration", "key_id"],
	"aws_networkfirewall_firewall_policy": ["encryption_configuration", "key_id"],
	"aws_networkfirewall_rule_group": ["encryption_configuration", "key_id"],
	"aws_sagemaker_domain": ["kms_key_id"],
	"aws_sagemaker_endpoint_configuration": ["kms_key_arn"],
	"aws_sagemaker_notebook_instance": ["kms_key_id"],
}
