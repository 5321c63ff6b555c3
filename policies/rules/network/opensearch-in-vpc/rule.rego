# METADATA
# title: "Search domains lie inside a VPC"
# description: >-
#   Without vpc_options the endpoint is public and only a policy stands before the data. It cannot be changed
#   later. A network policy of a serverless collection says the same with AllowFromPublic.
# related_resources:
#   - ref: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html
#     description: "OpenSearch Service"
#   - ref: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-network.html
#     description: "Network policies of serverless collections"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html#opensearch-2
#     description: "OpenSearch.2"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/opensearch_domain
#     description: "aws_opensearch_domain"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/elasticsearch_domain
#     description: "aws_elasticsearch_domain"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/opensearchserverless_security_policy
#     description: "aws_opensearchserverless_security_policy"
# custom:
#   severity: high
#   domain: network
#   resource_types: ["aws_opensearch_domain", "aws_elasticsearch_domain", "aws_opensearchserverless_security_policy"]
#   obligations: [OBL-IAM-10, OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_137"]
#     trivy: []
#     kics: []
#     cdk_nag: ["AwsSolutions-OS1"]
#     security_hub: ["ES.2", "Opensearch.2"]
#     regula: []
#   expected: >-
#     vpc_options is written; AllowFromPublic of a network policy is not true.
#   fix:
#     terraform: >-
#       vpc_options { subnet_ids = [...], security_group_ids = [...] }
#   since: "0.1.0"
package bulwark.rules.opensearch_in_vpc

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some type in ["aws_opensearch_domain", "aws_elasticsearch_domain"]
	some r in tf.resources(type)
	some fact in judge.known_written(r, ["vpc_options"])
}

# https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-network.html
findings contains result.with_detail(fact, format_int(index, 10)) if {
	some r in tf.resources("aws_opensearchserverless_security_policy")
	some index, part in tf.list(object.get(r.values, "policy", null))
	some fact in access_facts(r, tf.step(r.values, "type"), tf.step(part, "AllowFromPublic"))
}

access_facts(r, "network", value) := judge.value_off(r, "policy.AllowFromPublic", value, "public")

# Policies of the other types have no such switch.
access_facts(r, type, value) := [result.unknown(r, "type", type) | count(judge.value_off(r, "", value, "public")) > 0] if tf.is_unknown(type)
