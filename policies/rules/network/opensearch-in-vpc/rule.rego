# METADATA
# title: "Search domains lie inside a VPC"
# description: >-
#   Without vpc_options the endpoint is public and only a policy stands before the data. It cannot be changed
#   later.
# related_resources:
#   - ref: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html
#     description: "OpenSearch Service"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html#opensearch-2
#     description: "OpenSearch.2"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/opensearch_domain
#     description: "aws_opensearch_domain"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/elasticsearch_domain
#     description: "aws_elasticsearch_domain"
# custom:
#   severity: high
#   domain: network
#   resource_types: ["aws_opensearch_domain", "aws_elasticsearch_domain"]
#   obligations: [OBL-IAM-10, OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_137"]
#     trivy: []
#     kics: []
#     cdk_nag: ["AwsSolutions-OS1"]
#     security_hub: ["OpenSearch.2", "ES.2"]
#   expected: >-
#     vpc_options is written.
#   fix:
#     terraform: >-
#       vpc_options { subnet_ids = [...], security_group_ids = [...] }
#   since: "0.1.0"
package bulwark.rules.opensearch_in_vpc

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some type in ["aws_opensearch_domain", "aws_elasticsearch_domain"]
	some r in tf.resources(type)
	some fact in judge.known_written(r, ["vpc_options"])
}
