# METADATA
# title: "Search domains know their users"
# description: >-
#   Without fine-grained access control whoever reaches the domain reaches every index.
# related_resources:
#   - ref: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html
#     description: "OpenSearch Service"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html#opensearch-7
#     description: "OpenSearch.7"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/opensearch_domain
#     description: "aws_opensearch_domain"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/elasticsearch_domain
#     description: "aws_elasticsearch_domain"
# custom:
#   severity: medium
#   domain: identity
#   resource_types: ["aws_opensearch_domain", "aws_elasticsearch_domain"]
#   obligations: [OBL-IAM-8, OBL-IAM-1]
#   equivalents:
#     checkov: ["CKV2_AWS_52"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["Opensearch.7"]
#     regula: []
#   expected: >-
#     advanced_security_options.enabled is true.
#   fix:
#     terraform: >-
#       advanced_security_options { enabled = true, ... }
#   since: "0.1.0"
package bulwark.rules.opensearch_fine_grained

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some type in ["aws_opensearch_domain", "aws_elasticsearch_domain"]
	some r in tf.resources(type)
	some fact in judge.enabled(r, ["advanced_security_options", "enabled"], false)
}
