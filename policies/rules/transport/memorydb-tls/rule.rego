# METADATA
# title: "Stores in memory are reached over TLS"
# description: >-
#   MemoryDB speaks TLS unless it is switched off when it is made; off, access lists cannot be used either.
# related_resources:
#   - ref: https://docs.aws.amazon.com/memorydb/latest/devguide/in-transit-encryption.html
#     description: "Encryption in transit"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/memorydb_cluster
#     description: "aws_memorydb_cluster"
# custom:
#   severity: high
#   domain: transport
#   resource_types: ["aws_memorydb_cluster"]
#   obligations: [OBL-DATA-6]
#   equivalents:
#     checkov: ["CKV_AWS_202"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     tls_enabled is not false.
#   fix:
#     terraform: >-
#       tls_enabled = true
#   since: "0.1.0"
package bulwark.rules.memorydb_tls

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some type, switch in switches
	some r in tf.resources(type)
	some fact in judge.enabled(r, switch.path, switch.absent)
}

# On when nobody wrote it.
switches := {
	"aws_memorydb_cluster": {"path": ["tls_enabled"], "absent": true},
}
