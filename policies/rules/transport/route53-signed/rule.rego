# METADATA
# title: "Public zones are signed"
# description: >-
#   Without DNSSEC a forged answer sends devices to another address, and whatever does not check a certificate
#   afterwards believes it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec.html
#     description: "DNSSEC in Route 53"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/route53_zone
#     description: "aws_route53_zone"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/route53_hosted_zone_dnssec
#     description: "aws_route53_hosted_zone_dnssec"
# custom:
#   severity: low
#   domain: transport
#   resource_types: ["aws_route53_zone", "aws_route53_hosted_zone_dnssec"]
#   obligations: [OBL-DATA-6, OBL-RISK-3]
#   equivalents:
#     checkov: ["CKV2_AWS_38"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     An aws_route53_hosted_zone_dnssec names each public zone, and its signing_status is not NOT_SIGNING.
#   fix:
#     terraform: >-
#       resource "aws_route53_hosted_zone_dnssec" "NAME" { hosted_zone_id = aws_route53_zone.NAME.zone_id }
#   since: "0.1.0"
package bulwark.rules.route53_signed

import data.bulwark.lib.judge
import data.bulwark.lib.links
import data.bulwark.lib.tf
import data.bulwark.lib.zones

findings contains fact if {
	some r in tf.resources("aws_route53_zone")
	some fact in zones.of_public(r, links.required(r, "aws_route53_zone", "aws_route53_hosted_zone_dnssec", "hosted_zone_dnssec"))
}

findings contains fact if {
	some r in tf.resources("aws_route53_hosted_zone_dnssec")
	some fact in judge.one_of(r, ["signing_status"], {"SIGNING"}, "SIGNING")
}
