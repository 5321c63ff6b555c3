# METADATA
# title: "The data catalog is encrypted, and passwords in it stay so"
# description: >-
#   The catalog of Glue says what data there is and where; its connections hold passwords of data bases. Both are
#   plain to whoever may read the catalog unless the settings say otherwise.
# related_resources:
#   - ref: https://docs.aws.amazon.com/glue/latest/dg/encrypt-glue-data-catalog.html
#     description: "Encrypting the Data Catalog"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/glue_data_catalog_encryption_settings
#     description: "aws_glue_data_catalog_encryption_settings"
# custom:
#   severity: medium
#   domain: encryption
#   resource_types: ["aws_glue_data_catalog_encryption_settings"]
#   obligations: [OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_94"]
#     trivy: []
#     kics: ["01d50b14-e933-4c99-b314-6d08cd37ad35"]
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     catalog_encryption_mode is SSE-KMS and return_connection_password_encrypted is true.
#   fix:
#     terraform: >-
#       catalog_encryption_mode = "SSE-KMS", return_connection_password_encrypted = true
#   since: "0.1.0"
package bulwark.rules.glue_catalog_encrypted

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.by_path(fact) if {
	some r in tf.resources("aws_glue_data_catalog_encryption_settings")
	some fact in judge.one_of(r, [settings, "encryption_at_rest", "catalog_encryption_mode"], {"SSE-KMS", "SSE-KMS-WITH-SERVICE-ROLE"}, "DISABLED")
}

findings contains result.by_path(fact) if {
	some r in tf.resources("aws_glue_data_catalog_encryption_settings")
	some fact in judge.enabled(r, [settings, "connection_password_encryption", "return_connection_password_encrypted"], false)
}

settings := "data_catalog_encryption_settings"
