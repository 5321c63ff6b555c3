# METADATA
# title: "Images use a customer managed key"
# description: >-
#   Absent means a key of AWS. The key of a repository cannot be changed later, so choose it at the start.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html
#     description: "Encryption of images"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecr_repository
#     description: "aws_ecr_repository"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecr_repository_creation_template
#     description: "aws_ecr_repository_creation_template: what repositories get that are made on the first pull or copy"
# custom:
#   severity: low
#   domain: encryption
#   resource_types: ["aws_ecr_repository", "aws_ecr_repository_creation_template"]
#   obligations: [OBL-DATA-7, OBL-SDLC-8]
#   equivalents:
#     checkov: ["CKV_AWS_136"]
#     trivy: ["AWS-0033"]
#     kics: ["0e32d561-4b5a-4664-a6e3-a3fa85649157"]
#     cdk_nag: []
#     security_hub: ["ECR.5"]
#     regula: []
#   expected: >-
#     encryption_type is KMS and kms_key names a customer managed key.
#   fix:
#     terraform: >-
#       encryption_configuration { encryption_type = "KMS", kms_key = aws_kms_key.NAME.arn }
#   since: "0.1.0"
package bulwark.rules.ecr_customer_key

import data.bulwark.lib.judge
import data.bulwark.lib.kms
import data.bulwark.lib.tf

findings contains fact if {
	some own in ["aws_ecr_repository", "aws_ecr_repository_creation_template"]
	some r in tf.resources(own)
	type := tf.dig(r.values, ["encryption_configuration", "encryption_type"])
	some fact in judged(r, type)
}

judged(r, type) := kms.customer_key(r, "encryption_configuration.kms_key", tf.dig(r.values, ["encryption_configuration", "kms_key"])) if type in {"KMS", "KMS_DSSE"}

judged(r, type) := judge.value_one_of(r, "encryption_configuration.encryption_type", type, {"KMS", "KMS_DSSE"}, "AES256") if not type in {"KMS", "KMS_DSSE"}
