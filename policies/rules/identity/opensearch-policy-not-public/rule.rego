# METADATA
# title: "Search domains are not open to everyone"
# description: >-
#   An access policy with Principal * and no narrowing condition lets anybody who reaches the endpoint read and
#   delete every index.
# related_resources:
#   - ref: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html
#     description: "Access policies"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/opensearch_domain_policy
#     description: "aws_opensearch_domain_policy"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/opensearch_domain
#     description: "aws_opensearch_domain"
# custom:
#   severity: critical
#   domain: identity
#   resource_types: ["aws_opensearch_domain_policy", "aws_opensearch_domain", "aws_elasticsearch_domain", "aws_elasticsearch_domain_policy"]
#   obligations: [OBL-IAM-8, OBL-DATA-7]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: ["16c4216a-50d3-4785-bfb2-4adb5144a8ba"]
#     cdk_nag: ["AwsSolutions-OS7"]
#     security_hub: []
#   expected: >-
#     No Allow statement has Principal * without a narrowing condition.
#   fix:
#     terraform: >-
#       Name the roles that search.
#   since: "0.1.0"
package bulwark.rules.opensearch_policy_not_public

import data.bulwark.lib.iam
import data.bulwark.lib.tf

findings contains fact if {
	some type in ["aws_opensearch_domain", "aws_elasticsearch_domain", "aws_opensearch_domain_policy", "aws_elasticsearch_domain_policy"]
	some r in tf.resources(type)
	some fact in iam.public_facts(r, "access_policies", object.get(r.values, "access_policies", null))
}
