# METADATA
# title: "Caches of GraphQL interfaces are encrypted"
# description: >-
#   The cache keeps whole answers. It is encrypted neither on disk nor on the wire unless it says so, and changing
#   that later replaces it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/appsync/latest/devguide/enabling-caching.html
#     description: "Caching in AppSync"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/appsync_api_cache
#     description: "aws_appsync_api_cache"
# custom:
#   severity: medium
#   domain: encryption
#   resource_types: ["aws_appsync_api_cache"]
#   obligations: [OBL-DATA-7, OBL-DATA-6]
#   equivalents:
#     checkov: ["CKV_AWS_214", "CKV_AWS_215"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     at_rest_encryption_enabled and transit_encryption_enabled are true.
#   fix:
#     terraform: >-
#       at_rest_encryption_enabled = true, transit_encryption_enabled = true
#   since: "0.1.0"
package bulwark.rules.appsync_cache_encrypted

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.by_path(fact) if {
	some r in tf.resources("aws_appsync_api_cache")
	some attribute in ["at_rest_encryption_enabled", "transit_encryption_enabled"]
	some fact in judge.enabled(r, [attribute], false)
}
