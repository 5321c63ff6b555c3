# METADATA
# title: "Passwords of data bases do not stand in the state"
# description: >-
#   password and master_password lie in the state and in every plan in the clear, wherever their value comes from.
#   manage_master_user_password lets RDS make, keep and rotate it in Secrets Manager; password_wo keeps a given
#   one out of the state. DocumentDB and Redshift have the same; an elastic cluster and a migration name a secret, and a
#   search domain a role as its master.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html
#     description: "Passwords in Secrets Manager"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/db_instance
#     description: "aws_db_instance"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/rds_cluster
#     description: "aws_rds_cluster"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/docdb_cluster
#     description: "aws_docdb_cluster"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/redshift_cluster
#     description: "aws_redshift_cluster"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/redshiftserverless_namespace
#     description: "aws_redshiftserverless_namespace"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/dms_endpoint
#     description: "aws_dms_endpoint"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/opensearch_domain
#     description: "aws_opensearch_domain"
# custom:
#   severity: high
#   domain: identity
#   resource_types:
#     - "aws_db_instance"
#     - "aws_rds_cluster"
#     - "aws_docdb_cluster"
#     - "aws_redshift_cluster"
#     - "aws_redshiftserverless_namespace"
#     - "aws_docdbelastic_cluster"
#     - "aws_dms_endpoint"
#     - "aws_opensearch_domain"
#     - "aws_elasticsearch_domain"
#   obligations: [OBL-SDLC-13, OBL-IAM-4]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: ["AwsSolutions-DOC3"]
#     security_hub: []
#     regula: []
#   expected: >-
#     No password is written that has another way.
#   fix:
#     terraform: >-
#       manage_master_user_password = true
#   since: "0.1.0"
package bulwark.rules.rds_password_not_in_state

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.fail(r, attribute, null, "secret-in-state") if {
	some type, path in passwords
	some r in tf.resources(type)
	count(judge.written(r, path)) == 0
	attribute := concat(".", path)
}

# https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/docdbelastic_cluster#auth_type-1
findings contains fact if {
	some r in tf.resources("aws_docdbelastic_cluster")
	some fact in of_elastic(r, tf.step(r.values, "auth_type"))
}

of_elastic(r, "PLAIN_TEXT") := [result.fail(r, "admin_user_password", null, "secret-in-state")]

of_elastic(r, type) := [result.unknown(r, "auth_type", type)] if tf.is_unknown(type)

# Where another way is open to each type.
passwords := {
	"aws_db_instance": ["password"],
	"aws_rds_cluster": ["master_password"],
	"aws_docdb_cluster": ["master_password"],
	"aws_redshift_cluster": ["master_password"],
	"aws_redshiftserverless_namespace": ["admin_user_password"],
	"aws_dms_endpoint": ["password"],
	"aws_opensearch_domain": ["advanced_security_options", "master_user_options", "master_user_password"],
	"aws_elasticsearch_domain": ["advanced_security_options", "master_user_options", "master_user_password"],
}
