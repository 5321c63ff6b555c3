# METADATA
# title: "Search domains keep three data nodes over zones"
# description: >-
#   With three data nodes that lie in more than one zone a domain goes on when a node or a zone is lost. The default is
#   one node in one zone. A domain with standby lies in three zones.
# related_resources:
#   - ref: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-multiaz.html
#     description: "Domains over several zones"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html#opensearch-6
#     description: "Opensearch.6"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/es-controls.html#es-6
#     description: "ES.6"
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
#     checkov: ["CKV_AWS_318"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["Opensearch.6", "ES.6"]
#     regula: []
#   expected: >-
#     instance_count is at least 3, and zone_awareness_enabled or multi_az_with_standby_enabled is true.
#   fix:
#     terraform: >-
#       cluster_config { instance_count = 3, zone_awareness_enabled = true, zone_awareness_config {
#       availability_zone_count = 3 } }
#   since: "0.1.0"
package bulwark.rules.opensearch_zones

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.search
import data.bulwark.lib.tf

findings contains result.by_path(fact) if {
	some r in search.domains
	some fact in judge.at_least(r, ["cluster_config", "instance_count"], 3, 1)
}

findings contains result.by_path(fact) if {
	some r in search.domains
	some fact in zone_facts(r, tf.dig(r.values, standby))
}

standby := ["cluster_config", "multi_az_with_standby_enabled"]

# Standby is for three zones only: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-multiaz.html
zone_facts(r, switch) := [] if {
	tf.is_true(switch)
} else := facts if {
	facts := judge.enabled(r, ["cluster_config", "zone_awareness_enabled"], false)
	count(facts) == 0
} else := [result.unknown(r, concat(".", standby), switch)] if {
	tf.is_unknown(switch)
} else := judge.enabled(r, ["cluster_config", "zone_awareness_enabled"], false)
