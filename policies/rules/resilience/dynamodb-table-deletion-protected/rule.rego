# METADATA
# title: "Tables cannot be deleted by one call"
# description: >-
#   deletion_protection_enabled makes DeleteTable fail until somebody switches it off on purpose, so neither a
#   mistyped destroy nor a stolen credential takes the registry with it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.Basics.html
#     description: "Deletion protection"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/dynamodb_table
#     description: "aws_dynamodb_table"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/dynamodb_table_replica
#     description: "aws_dynamodb_table_replica"
# custom:
#   severity: low
#   domain: resilience
#   resource_types: ["aws_dynamodb_table", "aws_dynamodb_table_replica"]
#   obligations: [OBL-INC-3]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["DynamoDB.6"]
#     regula: []
#   expected: >-
#     deletion_protection_enabled is true.
#   fix:
#     terraform: >-
#       deletion_protection_enabled = true
#     construct: >-
#       DeviceRegistry sets it.
#   since: "0.1.0"
package bulwark.rules.dynamodb_table_deletion_protected

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_dynamodb_table")
	some fact in judge.enabled(r, ["deletion_protection_enabled"], false)
}

# A copy in another region takes nothing over from its table.
findings contains fact if {
	some r in tf.resources("aws_dynamodb_table_replica")
	some fact in judge.enabled(r, ["deletion_protection_enabled"], false)
}
