# METADATA
# title: "Search domains are encrypted at rest"
# description: >-
#   Absent means that indices, logs and snapshots lie in the clear; for most domains it can be switched on later
#   but never off.
# related_resources:
#   - ref: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html
#     description: "OpenSearch Service"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html#opensearch-1
#     description: "OpenSearch.1"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/opensearch_domain
#     description: "aws_opensearch_domain"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/elasticsearch_domain
#     description: "aws_elasticsearch_domain"
# custom:
#   severity: high
#   domain: encryption
#   resource_types: ["aws_opensearch_domain", "aws_elasticsearch_domain"]
#   obligations: [OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_5"]
#     trivy: ["AWS-0048"]
#     kics: ["24e16922-4330-4e9d-be8a-caa90299466a"]
#     cdk_nag: ["AwsSolutions-OS8"]
#     security_hub: ["ES.1", "Opensearch.1"]
#     regula: []
#   expected: >-
#     encrypt_at_rest.enabled is true.
#   fix:
#     terraform: >-
#       encrypt_at_rest { enabled = true }
#   since: "0.1.0"
package bulwark.rules.opensearch_encrypted

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some type in ["aws_opensearch_domain", "aws_elasticsearch_domain"]
	some r in tf.resources(type)
	some fact in judge.enabled(r, ["encrypt_at_rest", "enabled"], false)
}
