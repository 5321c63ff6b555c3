# METADATA
# title: "Services may invoke a function only for this account"
# description: >-
#   A permission for a service principal without source_arn or source_account lets any customer of that service
#   invoke the function: a confused deputy. For principal * it lets anyone.
# related_resources:
#   - ref: https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html
#     description: "Resource-based policies of functions"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lambda_permission
#     description: "aws_lambda_permission"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["aws_lambda_permission"]
#   obligations: [OBL-IAM-8]
#   equivalents:
#     checkov: ["CKV_AWS_301", "CKV_AWS_364"]
#     trivy: ["AWS-0067"]
#     kics: []
#     cdk_nag: []
#     security_hub: []
#   expected: >-
#     Permissions for services have source_arn or source_account; none is for everyone.
#   fix:
#     terraform: >-
#       source_account = ACCOUNT and source_arn = the ARN of what invokes the function.
#     construct: >-
#       FleetProvisioning binds the hook's permission to its template.
#   since: "0.1.0"
package bulwark.rules.lambda_permission_bound

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.fail(r, "principal", principal, "no-source") if {
	some r in tf.resources("aws_lambda_permission")
	principal := r.values.principal
	needs_source(principal)
	every attribute in ["source_arn", "source_account", "principal_org_id"] {
		is_null(tf.step(r.values, attribute))
	}
}

findings contains result.unknown(r, "principal", r.values.principal) if {
	some r in tf.resources("aws_lambda_permission")
	tf.is_unknown(r.values.principal)
	every attribute in ["source_arn", "source_account", "principal_org_id"] {
		is_null(tf.step(r.values, attribute))
	}
}

needs_source("*")

needs_source(principal) if endswith(principal, ".amazonaws.com")
