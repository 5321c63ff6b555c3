# METADATA
# title: "Search domains record who read what"
# description: >-
#   The audit log names user, index and request: what one needs to say which personal data a break-in reached.
# related_resources:
#   - ref: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/audit-logs.html
#     description: "OpenSearch Service"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html#opensearch-5
#     description: "OpenSearch.5"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/opensearch_domain
#     description: "aws_opensearch_domain"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/elasticsearch_domain
#     description: "aws_elasticsearch_domain"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["aws_opensearch_domain", "aws_elasticsearch_domain"]
#   obligations: [OBL-DATA-9, OBL-CONS-5]
#   equivalents:
#     checkov: ["CKV_AWS_317", "CKV_AWS_84"]
#     trivy: ["AWS-0042"]
#     kics: ["acb6b4e2-a086-4f35-aefd-4db6ea51ada2"]
#     cdk_nag: []
#     security_hub: ["ES.5", "Opensearch.5"]
#     regula: []
#   expected: >-
#     log_publishing_options holds AUDIT_LOGS.
#   fix:
#     terraform: >-
#       log_publishing_options { log_type = "AUDIT_LOGS", cloudwatch_log_group_arn = ... }
#   since: "0.1.0"
package bulwark.rules.opensearch_audit_logged

import data.bulwark.lib.search

findings contains fact if {
	some r in search.domains
	some fact in search.log_facts(r, "AUDIT_LOGS")
}
