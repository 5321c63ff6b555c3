# METADATA
# title: "Programs sign in to data bases with IAM"
# description: >-
#   Tokens of IAM live 15 minutes and are tied to a role; passwords of data bases live in configuration files for
#   years.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html
#     description: "IAM authentication"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-10
#     description: "RDS.10 and RDS.12"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/db_instance
#     description: "aws_db_instance"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/rds_cluster
#     description: "aws_rds_cluster"
# custom:
#   severity: low
#   domain: identity
#   resource_types: ["aws_db_instance", "aws_rds_cluster", "aws_neptune_cluster"]
#   obligations: [OBL-IAM-4, OBL-IAM-1]
#   equivalents:
#     checkov: ["CKV_AWS_161", "CKV_AWS_162", "CKV_AWS_359"]
#     trivy: ["AWS-0176"]
#     kics: ["228497f6-414f-41c8-9113-f36a2b1b7975", "88fd05e0-ac0e-43d2-ba6d-fc0ba60ae1a6", "c91d7ea0-d4d1-403b-8fe1-c9961ac082c5"]
#     cdk_nag: []
#     security_hub: ["RDS.10", "RDS.12", "Neptune.7"]
#   expected: >-
#     iam_database_authentication_enabled is true where the engine knows it.
#   fix:
#     terraform: >-
#       iam_database_authentication_enabled = true
#   since: "0.1.0"
package bulwark.rules.rds_iam_authentication

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some type in ["aws_db_instance", "aws_rds_cluster", "aws_neptune_cluster"]
	some r in tf.resources(type)
	not is_other(r)
	some fact in judge.enabled(r, ["iam_database_authentication_enabled"], false)
}

findings contains result.not_applicable(r, "engine-without-iam") if {
	some type in ["aws_db_instance", "aws_rds_cluster", "aws_neptune_cluster"]
	some r in tf.resources(type)
	is_other(r)
}

# https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html
is_other(r) if {
	engine := r.values.engine
	is_string(engine)
	not engine in {"mysql", "mariadb", "postgres", "aurora", "aurora-mysql", "aurora-postgresql", "neptune"}
}
