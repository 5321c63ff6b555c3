# METADATA
# title: "Search domains keep three nodes that lead"
# description: >-
#   Dedicated masters keep the cluster together while data nodes are busy or lost; with fewer than three of them two
#   halves may both believe to lead.
# related_resources:
#   - ref: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-dedicatedmasternodes.html
#     description: "Dedicated master nodes"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html#opensearch-11
#     description: "Opensearch.11"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/opensearch_domain
#     description: "aws_opensearch_domain"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/elasticsearch_domain
#     description: "aws_elasticsearch_domain"
# custom:
#   severity: low
#   domain: resilience
#   resource_types: ["aws_opensearch_domain", "aws_elasticsearch_domain"]
#   obligations: [OBL-INC-3]
#   equivalents:
#     checkov: ["CKV_AWS_318", "CKV2_AWS_59"]
#     trivy: []
#     kics: []
#     cdk_nag: ["AwsSolutions-OS4"]
#     security_hub: ["Opensearch.11", "ES.7"]
#     regula: []
#   expected: >-
#     dedicated_master_enabled is true and dedicated_master_count at least 3.
#   fix:
#     terraform: >-
#       cluster_config { dedicated_master_enabled = true, dedicated_master_type = ..., dedicated_master_count = 3 }
#   since: "0.1.0"
package bulwark.rules.opensearch_dedicated_masters

import data.bulwark.lib.judge
import data.bulwark.lib.search
import data.bulwark.lib.tf

findings contains fact if {
	some r in search.domains
	some fact in judge.enabled(r, ["cluster_config", "dedicated_master_enabled"], false)
}

findings contains fact if {
	some r in search.domains
	tf.is_true(tf.dig(r.values, ["cluster_config", "dedicated_master_enabled"]))
	some fact in judge.at_least(r, ["cluster_config", "dedicated_master_count"], 3, null)
}
