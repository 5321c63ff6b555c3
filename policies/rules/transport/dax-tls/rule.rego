# METADATA
# title: "Caches of tables are reached over TLS"
# description: >-
#   NONE, the default, sends keys and values in the clear between program and cache.
# related_resources:
#   - ref: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionInTransit.html
#     description: "TLS of DAX"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html#dynamodb-7
#     description: "DynamoDB.7"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/dax_cluster
#     description: "aws_dax_cluster"
# custom:
#   severity: medium
#   domain: transport
#   resource_types: ["aws_dax_cluster"]
#   obligations: [OBL-DATA-6]
#   equivalents:
#     checkov: ["CKV_AWS_239"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["DynamoDB.7"]
#     regula: []
#   expected: >-
#     cluster_endpoint_encryption_type is TLS.
#   fix:
#     terraform: >-
#       cluster_endpoint_encryption_type = "TLS"
#   since: "0.1.0"
package bulwark.rules.dax_tls

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_dax_cluster")
	some fact in judge.one_of(r, ["cluster_endpoint_encryption_type"], allowed, "NONE")
}

allowed := {"TLS"}
