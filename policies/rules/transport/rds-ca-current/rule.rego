# METADATA
# title: "Data bases present a certificate of a current authority"
# description: >-
#   rds-ca-2015 and rds-ca-2019 have expired: clients that check refuse the data base, and clients that were made
#   not to check trust anyone. Absent takes the authority that AWS gives.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html
#     description: "Certificate authorities of RDS"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/db_instance
#     description: "aws_db_instance"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/rds_cluster_instance
#     description: "aws_rds_cluster_instance"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/rds_cluster
#     description: "aws_rds_cluster"
# custom:
#   severity: medium
#   domain: transport
#   resource_types: ["aws_db_instance", "aws_rds_cluster_instance", "aws_rds_cluster"]
#   obligations: [OBL-DATA-6]
#   equivalents:
#     checkov: ["CKV_AWS_211"]
#     trivy: []
#     kics: ["9f40c07e-699e-4410-8856-3ba0f2e3a2dd"]
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     The certificate authority is rds-ca-rsa2048-g1, rds-ca-rsa4096-g1 or rds-ca-ecc384-g1, or left to AWS.
#   fix:
#     terraform: >-
#       ca_cert_identifier = "rds-ca-rsa2048-g1"
#   since: "0.1.0"
package bulwark.rules.rds_ca_current

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some type, attribute in authorities
	some r in tf.resources(type)
	some fact in judge.one_of(r, [attribute], allowed, "rds-ca-rsa2048-g1")
}

allowed := {"rds-ca-ecc384-g1", "rds-ca-rsa2048-g1", "rds-ca-rsa4096-g1"}

authorities := {
	"aws_db_instance": "ca_cert_identifier",
	"aws_rds_cluster": "ca_certificate_identifier",
	"aws_rds_cluster_instance": "ca_cert_identifier",
}
