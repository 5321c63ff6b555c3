# METADATA
# title: "The view of AWS Config spans all regions"
# description: >-
#   Attackers work where nobody looks. An aggregator of named regions does not show the others.
# related_resources:
#   - ref: https://docs.aws.amazon.com/config/latest/developerguide/aggregate-data.html
#     description: "Aggregators"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/config_configuration_aggregator
#     description: "aws_config_configuration_aggregator"
# custom:
#   severity: low
#   domain: logging
#   resource_types: ["aws_config_configuration_aggregator"]
#   obligations: [OBL-CONS-5]
#   equivalents:
#     checkov: ["CKV_AWS_121"]
#     trivy: ["AWS-0019"]
#     kics: ["ac5a0bc0-a54c-45aa-90c3-15f7703b9132"]
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     all_regions is true.
#   fix:
#     terraform: >-
#       account_aggregation_source { all_regions = true }
#   since: "0.1.0"
package bulwark.rules.config_aggregates_all_regions

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_config_configuration_aggregator")
	some block in ["account_aggregation_source", "organization_aggregation_source"]
	not is_null(tf.step(r.values, block))
	some fact in judge.enabled(r, [block, "all_regions"], false)
}
