# METADATA
# title: "Caches of tables are encrypted at rest"
# description: >-
#   DAX holds what the table holds; absent means in the clear, and it cannot be changed later.
# related_resources:
#   - ref: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionAtRest.html
#     description: "Encryption of DAX"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html#dynamodb-3
#     description: "DynamoDB.3"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/dax_cluster
#     description: "aws_dax_cluster"
# custom:
#   severity: medium
#   domain: encryption
#   resource_types: ["aws_dax_cluster"]
#   obligations: [OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_47"]
#     trivy: ["AWS-0023"]
#     kics: ["f11aec39-858f-4b6f-b946-0a1bf46c0c87"]
#     cdk_nag: ["AwsSolutions-DDB4"]
#     security_hub: ["DynamoDB.3"]
#     regula: []
#   expected: >-
#     server_side_encryption.enabled is true.
#   fix:
#     terraform: >-
#       server_side_encryption { enabled = true }
#   since: "0.1.0"
package bulwark.rules.dax_encrypted

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_dax_cluster")
	some fact in judge.enabled(r, ["server_side_encryption", "enabled"], false)
}
