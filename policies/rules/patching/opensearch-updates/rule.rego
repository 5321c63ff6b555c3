# METADATA
# title: "Search domains take service software updates by themselves"
# description: >-
#   These updates carry the security fixes under an engine's version. Unless a domain takes them by itself they wait
#   until somebody starts them, and a required one that waits too long cuts the domain off the network.
# related_resources:
#   - ref: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/service-software.html
#     description: "Service software updates"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html#opensearch-10
#     description: "Opensearch.10"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/opensearch_domain
#     description: "aws_opensearch_domain"
# custom:
#   severity: medium
#   domain: patching
#   resource_types: ["aws_opensearch_domain"]
#   obligations: [OBL-RISK-5, OBL-SDLC-12]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["Opensearch.10"]
#     regula: []
#   expected: >-
#     auto_software_update_enabled is true.
#   fix:
#     terraform: >-
#       software_update_options { auto_software_update_enabled = true }
#   since: "0.1.0"
package bulwark.rules.opensearch_updates

import data.bulwark.lib.judge
import data.bulwark.lib.tf

# Domains made as aws_elasticsearch_domain have no such switch.
findings contains fact if {
	some r in tf.resources("aws_opensearch_domain")
	some fact in judge.enabled(r, ["software_update_options", "auto_software_update_enabled"], false)
}
