# METADATA
# title: "Search domains take TLS 1.2 or newer, and nothing in the clear"
# description: >-
#   Absent means a policy that still takes TLS 1.0; enforce_https off takes plain HTTP as well.
# related_resources:
#   - ref: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/infrastructure-security.html
#     description: "OpenSearch Service"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html#opensearch-8
#     description: "OpenSearch.8"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/opensearch_domain
#     description: "aws_opensearch_domain"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/elasticsearch_domain
#     description: "aws_elasticsearch_domain"
# custom:
#   severity: high
#   domain: transport
#   resource_types: ["aws_opensearch_domain", "aws_elasticsearch_domain"]
#   obligations: [OBL-DATA-6]
#   equivalents:
#     checkov: ["CKV_AWS_83", "CKV_AWS_228"]
#     trivy: ["AWS-0046", "AWS-0126"]
#     kics: ["2e9e0729-66d5-4148-9d39-5e6fb4bf2a4e"]
#     cdk_nag: []
#     security_hub: ["ES.8", "Opensearch.8"]
#     regula: []
#   expected: >-
#     enforce_https is not false and tls_security_policy begins with Policy-Min-TLS-1-2.
#   fix:
#     terraform: >-
#       domain_endpoint_options { enforce_https = true, tls_security_policy = "Policy-Min-TLS-1-2-PFS-2023-10"
#       }
#   since: "0.1.0"
package bulwark.rules.opensearch_tls

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some type in ["aws_opensearch_domain", "aws_elasticsearch_domain"]
	some r in tf.resources(type)
	some fact in array.concat(
		judge.enabled(r, ["domain_endpoint_options", "enforce_https"], true),
		judge.one_of(r, ["domain_endpoint_options", "tls_security_policy"], allowed, "Policy-Min-TLS-1-0-2019-07"),
	)
}

allowed := {"Policy-Min-TLS-1-2-2019-07", "Policy-Min-TLS-1-2-PFS-2023-10", "Policy-Min-TLS-1-2-RFC9151-FIPS-2024-08"}
