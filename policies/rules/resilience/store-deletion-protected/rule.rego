# METADATA
# title: "Clusters and firewalls cannot be deleted by one call"
# description: >-
#   With deletion protection a mistake or a stolen credential needs a second, deliberate step before data or the
#   firewall before it are gone.
# related_resources:
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/documentdb-controls.html#documentdb-5
#     description: "DocumentDB.5"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/neptune-controls.html#neptune-4
#     description: "Neptune.4"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/networkfirewall-controls.html#networkfirewall-9
#     description: "NetworkFirewall.9"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/docdb_cluster
#     description: "aws_docdb_cluster"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/neptune_cluster
#     description: "aws_neptune_cluster"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/networkfirewall_firewall
#     description: "aws_networkfirewall_firewall"
# custom:
#   severity: low
#   domain: resilience
#   resource_types: ["aws_docdb_cluster", "aws_neptune_cluster", "aws_networkfirewall_firewall"]
#   obligations: [OBL-INC-3, OBL-RISK-3]
#   equivalents:
#     checkov: ["CKV_AWS_344", "CKV2_AWS_58"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["DocumentDB.5", "Neptune.4", "NetworkFirewall.9"]
#     regula: []
#   expected: >-
#     deletion_protection (firewall: delete_protection) is true.
#   fix:
#     terraform: >-
#       deletion_protection = true
#   since: "0.1.0"
package bulwark.rules.store_deletion_protected

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some type, switch in switches
	some r in tf.resources(type)
	some fact in judge.enabled(r, switch.path, switch.absent)
}

# What is switched; off when nobody wrote it.
switches := {
	"aws_docdb_cluster": {"path": ["deletion_protection"], "absent": false},
	"aws_neptune_cluster": {"path": ["deletion_protection"], "absent": false},
	"aws_networkfirewall_firewall": {"path": ["delete_protection"], "absent": false},
}
