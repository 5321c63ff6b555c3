# METADATA
# title: "Search domains send their error log away"
# description: >-
#   The error log shows what failed and why: queries that broke, scripts that were refused, settings that did not hold.
#   Unless it is sent to CloudWatch Logs nobody ever sees it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createdomain-configure-slow-logs.html
#     description: "Logs of OpenSearch Service"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html#opensearch-4
#     description: "Opensearch.4"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/es-controls.html#es-4
#     description: "ES.4"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/opensearch_domain
#     description: "aws_opensearch_domain"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/elasticsearch_domain
#     description: "aws_elasticsearch_domain"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["aws_opensearch_domain", "aws_elasticsearch_domain"]
#   obligations: [OBL-CONS-5]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["Opensearch.4", "ES.4"]
#     regula: []
#   expected: >-
#     log_publishing_options holds ES_APPLICATION_LOGS.
#   fix:
#     terraform: >-
#       log_publishing_options { log_type = "ES_APPLICATION_LOGS", cloudwatch_log_group_arn = ... }
#   since: "0.1.0"
package bulwark.rules.opensearch_errors_logged

import data.bulwark.lib.search

findings contains fact if {
	some r in search.domains
	some fact in search.log_facts(r, "ES_APPLICATION_LOGS")
}
