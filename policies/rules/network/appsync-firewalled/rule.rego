# METADATA
# title: "A web firewall stands before GraphQL interfaces"
# description: >-
#   One GraphQL request can ask for as much as a hundred others. AWS WAF bounds the rate and turns away what is
#   known to be bad before resolvers run.
# related_resources:
#   - ref: https://docs.aws.amazon.com/appsync/latest/devguide/WAF-Integration.html
#     description: "AWS WAF before AppSync"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/appsync_graphql_api
#     description: "aws_appsync_graphql_api"
# custom:
#   severity: low
#   domain: network
#   resource_types: ["aws_appsync_graphql_api"]
#   obligations: [OBL-IAM-10, OBL-CONS-4]
#   equivalents:
#     checkov: ["CKV2_AWS_33", "CKV2_AWS_78"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     An aws_wafv2_web_acl_association names the interface.
#   fix:
#     terraform: >-
#       resource "aws_wafv2_web_acl_association" "NAME" { resource_arn = aws_appsync_graphql_api.NAME.arn, ... }
#   since: "0.1.0"
package bulwark.rules.appsync_firewalled

import data.bulwark.lib.links
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_appsync_graphql_api")
	not is_private(r)
	some fact in links.required(r, "aws_appsync_graphql_api", "aws_wafv2_web_acl_association", "web_acl_association")
}

findings contains result.not_applicable(r, "private") if {
	some r in tf.resources("aws_appsync_graphql_api")
	is_private(r)
}

is_private(r) if tf.step(r.values, "visibility") == "PRIVATE"
