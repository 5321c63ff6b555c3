# METADATA
# title: "Search nodes talk to each other over TLS"
# description: >-
#   Between the nodes of a domain every document travels; unless switched on, in the clear.
# related_resources:
#   - ref: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ntn.html
#     description: "OpenSearch Service"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html#opensearch-3
#     description: "OpenSearch.3"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/opensearch_domain
#     description: "aws_opensearch_domain"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/elasticsearch_domain
#     description: "aws_elasticsearch_domain"
# custom:
#   severity: medium
#   domain: transport
#   resource_types: ["aws_opensearch_domain", "aws_elasticsearch_domain"]
#   obligations: [OBL-DATA-6]
#   equivalents:
#     checkov: ["CKV_AWS_6"]
#     trivy: ["AWS-0043"]
#     kics: ["967eb3e6-26fc-497d-8895-6428beb6e8e2"]
#     cdk_nag: ["AwsSolutions-OS2"]
#     security_hub: ["ES.3", "Opensearch.3"]
#     regula: []
#   expected: >-
#     node_to_node_encryption.enabled is true.
#   fix:
#     terraform: >-
#       node_to_node_encryption { enabled = true }
#   since: "0.1.0"
package bulwark.rules.opensearch_nodes_encrypted

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some type in ["aws_opensearch_domain", "aws_elasticsearch_domain"]
	some r in tf.resources(type)
	some fact in judge.enabled(r, ["node_to_node_encryption", "enabled"], false)
}
