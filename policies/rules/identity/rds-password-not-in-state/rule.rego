# METADATA
# title: "The master password does not stand in the state"
# description: >-
#   password and master_password lie in the state and in every plan in the clear, wherever their value comes from.
#   manage_master_user_password lets RDS make, keep and rotate it in Secrets Manager; password_wo keeps a given
#   one out of the state.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html
#     description: "Passwords in Secrets Manager"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/db_instance
#     description: "aws_db_instance"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/rds_cluster
#     description: "aws_rds_cluster"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["aws_db_instance", "aws_rds_cluster"]
#   obligations: [OBL-SDLC-13, OBL-IAM-4]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#   expected: >-
#     Neither password nor master_password is written.
#   fix:
#     terraform: >-
#       manage_master_user_password = true
#   since: "0.1.0"
package bulwark.rules.rds_password_not_in_state

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.fail(r, attribute, null, "secret-in-state") if {
	some type, attribute in {"aws_db_instance": "password", "aws_rds_cluster": "master_password"}
	some r in tf.resources(type)
	not is_null(tf.step(r.values, attribute))
}
