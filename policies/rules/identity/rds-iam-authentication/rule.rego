# METADATA
# title: "Programs sign in to data bases with IAM"
# description: >-
#   Tokens of IAM live 15 minutes and are tied to a role; passwords of data bases live in configuration files for
#   years. A replica has the engine of its source, which decides whether there is such a sign-in at all.
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
#     cdk_nag: ["AwsSolutions-N5", "AwsSolutions-RDS6"]
#     security_hub: ["RDS.10", "RDS.12", "Neptune.7"]
#     regula: []
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
	facts := judge.enabled(r, ["iam_database_authentication_enabled"], false)
	some fact in judged(type, r, engine_of(r), facts)
}

# https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html
engines := {"mysql", "mariadb", "postgres", "aurora", "aurora-mysql", "aurora-postgresql", "neptune"}

judged(_, r, engine, _) := [result.not_applicable(r, "engine-without-iam")] if {
	is_string(engine)
	count({engine} & engines) == 0
}

judged(_, _, engine, facts) := facts if engine in engines

judged(_, r, engine, facts) := [result.unknown(r, "engine", engine) | count(facts) > 0] if tf.is_unknown(engine)

judged("aws_db_instance", r, null, facts) := of_source(r, tf.step(r.values, "replicate_source_db"), facts)

# Only an instance may leave its engine to what it is made from.
judged(type, _, null, facts) := facts if type != "aws_db_instance"

of_source(r, null, facts) := judge.unless_restored(r, facts, {"absent", "disabled"})

# The source of a replica stands in another input, and may be of an engine without IAM.
of_source(r, source, facts) := [result.unknown(r, "replicate_source_db", {"$unknown": "reference", "refs": tf.refs(source)}) | count(facts) > 0] if not is_null(source)

engine_of(r) := engine if {
	engine := tf.step(r.values, "engine")
	not is_null(engine)
} else := [engine | some engine in engines_of_sources(r)][0] if {
	count(engines_of_sources(r)) == 1
} else := null

engines_of_sources(r) := {engine |
	some source in tf.resources("aws_db_instance")
	some target in tf.targets(tf.step(r.values, "replicate_source_db"))
	target in (tf.identifiers(source) | {tf.step(source.values, "identifier")})
	engine := tf.step(source.values, "engine")
	not is_null(engine)
}
