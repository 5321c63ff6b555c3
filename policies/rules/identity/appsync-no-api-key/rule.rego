# METADATA
# title: "GraphQL interfaces ask who calls, not for a shared key"
# description: >-
#   An API key of AppSync says nothing about who calls: all callers share it, it stands in the app, and it lives up to a
#   year. It counts as a primary and as an additional way.
# related_resources:
#   - ref: https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html
#     description: "Authorization of AppSync"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/appsync-controls.html#appsync-5
#     description: "AppSync.5"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/appsync_graphql_api
#     description: "aws_appsync_graphql_api"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["aws_appsync_graphql_api"]
#   obligations: [OBL-IAM-1]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["AppSync.5"]
#     regula: []
#   expected: >-
#     authentication_type is not API_KEY, in additional_authentication_provider neither.
#   fix:
#     terraform: >-
#       authentication_type = "AMAZON_COGNITO_USER_POOLS" with user_pool_config, or AWS_IAM
#   since: "0.1.0"
package bulwark.rules.appsync_no_api_key

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_appsync_graphql_api")
	some fact in judged(r, "authentication_type", tf.step(r.values, "authentication_type"))
}

findings contains result.with_detail(fact, "additional") if {
	some r in tf.resources("aws_appsync_graphql_api")
	some provider in tf.list(object.get(r.values, "additional_authentication_provider", null))
	some fact in judged(r, "additional_authentication_provider.authentication_type", tf.step(provider, "authentication_type"))
}

judged(r, path, value) := [result.fail(r, path, value, "api-key")] if {
	value == "API_KEY"
} else := [result.unknown(r, path, value)] if {
	tf.is_unknown(value)
} else := []
