# METADATA
# title: "Web firewalls record what they refused"
# description: >-
#   The log shows which rule met which request: how an attack is seen coming, and how a rule that hits the
#   innocent is found.
# related_resources:
#   - ref: https://docs.aws.amazon.com/waf/latest/developerguide/logging.html
#     description: "Logging of web ACLs"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/waf-controls.html#waf-11
#     description: "WAF.11"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/wafv2_web_acl
#     description: "aws_wafv2_web_acl"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["aws_wafv2_web_acl"]
#   obligations: [OBL-CONS-5, OBL-INC-1]
#   equivalents:
#     checkov: ["CKV2_AWS_31"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["WAF.11"]
#   expected: >-
#     An aws_wafv2_web_acl_logging_configuration names the web ACL.
#   fix:
#     terraform: >-
#       resource "aws_wafv2_web_acl_logging_configuration" "NAME" { resource_arn = aws_wafv2_web_acl.NAME.arn,
#       ... }
#   since: "0.1.0"
package bulwark.rules.waf_logged

import data.bulwark.lib.links
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_wafv2_web_acl")
	some fact in links.required(r, "aws_wafv2_web_acl", "aws_wafv2_web_acl_logging_configuration", "logging_configuration")
}
