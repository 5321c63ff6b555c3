# METADATA
# title: "Domains cannot be moved away"
# description: >-
#   Whoever moves the domain of a product owns its updates and its sign-in page. The lock makes the registry refuse
#   a transfer until it is taken off.
# related_resources:
#   - ref: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/domain-lock.html
#     description: "Locking a domain"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/route53domains_registered_domain
#     description: "aws_route53domains_registered_domain"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/route53domains_domain
#     description: "aws_route53domains_domain"
# custom:
#   severity: medium
#   domain: resilience
#   resource_types: ["aws_route53domains_registered_domain", "aws_route53domains_domain"]
#   obligations: [OBL-CONS-4, OBL-IAM-10]
#   equivalents:
#     checkov: ["CKV_AWS_377"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     transfer_lock is not false.
#   fix:
#     terraform: >-
#       transfer_lock = true
#   since: "0.1.0"
package bulwark.rules.domain_transfer_locked

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some type, switch in switches
	some r in tf.resources(type)
	some fact in judge.enabled(r, switch.path, switch.absent)
}

# On when nobody wrote it.
switches := {
	"aws_route53domains_registered_domain": {"path": ["transfer_lock"], "absent": true},
	"aws_route53domains_domain": {"path": ["transfer_lock"], "absent": true},
}
