# METADATA
# title: "Public zones log what is asked of them"
# description: >-
#   Devices that look up names they never asked for, and outsiders who walk through the names of a zone, show in the
#   query log before they show anywhere else.
# related_resources:
#   - ref: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/query-logs.html
#     description: "Query logs"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/route53-controls.html#route53-2
#     description: "Route53.2"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/route53_zone
#     description: "aws_route53_zone"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/route53_query_log
#     description: "aws_route53_query_log"
# custom:
#   severity: low
#   domain: logging
#   resource_types: ["aws_route53_zone", "aws_route53_query_log"]
#   obligations: [OBL-CONS-5, OBL-CONS-3]
#   equivalents:
#     checkov: ["CKV2_AWS_39"]
#     trivy: []
#     kics: ["7dbba512-e244-42dc-98bb-422339827967"]
#     cdk_nag: []
#     security_hub: ["Route53.2"]
#     regula: []
#   expected: >-
#     An aws_route53_query_log names each public zone.
#   fix:
#     terraform: >-
#       resource "aws_route53_query_log" "NAME" { zone_id = aws_route53_zone.NAME.zone_id, ... }
#   since: "0.1.0"
package bulwark.rules.route53_query_logged

import data.bulwark.lib.links
import data.bulwark.lib.tf
import data.bulwark.lib.zones

findings contains fact if {
	some r in tf.resources("aws_route53_zone")
	some fact in zones.of_public(r, links.required(r, "aws_route53_zone", "aws_route53_query_log", "query_log"))
}
