# METADATA
# title: "Services may invoke a function only for this account"
# description: >-
#   A permission for a service principal without source_arn or source_account lets any customer of that service
#   invoke the function: a confused deputy. For principal * it lets anyone. An action with a wildcard also lets it change the function.
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
#     kics: ["ad9dabc7-7839-4bae-a957-aa9120013f39", "e08ed7eb-f3ef-494d-9d22-2e3db756a347"]
#     cdk_nag: []
#     security_hub: ["Lambda.1"]
#     regula: ["FG_R00276", "FG_R00499"]
#   expected: >-
#     Permissions for services have source_arn, which names an account or a bucket, or source_account; none is for
#     everyone, none has a wildcard for action, and one for Alexa names its skill.
#   fix:
#     terraform: >-
#       source_account = ACCOUNT and source_arn = the ARN of what invokes the function.
#     construct: >-
#       FleetProvisioning binds the hook's permission to its template.
#   since: "0.1.0"
package bulwark.rules.lambda_permission_bound

import data.bulwark.lib.bounds
import data.bulwark.lib.iam
import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.fail(r, "principal", principal, "no-source") if {
	some r in tf.resources("aws_lambda_permission")
	principal := r.values.principal
	needs_source(principal)
	every attribute in sources {
		tf.step(r.values, attribute) in {null, ""}
	}
}

findings contains result.unknown(r, "principal", r.values.principal) if {
	some r in tf.resources("aws_lambda_permission")
	tf.is_unknown(r.values.principal)
	every attribute in sources {
		tf.step(r.values, attribute) in {null, ""}
	}
}

findings contains result.unknown(r, attribute, r.values[attribute]) if {
	some r in tf.resources("aws_lambda_permission")
	needs_source(r.values.principal)
	some attribute in sources
	judge.may_be_nothing(r.values[attribute])
	every other in sources - {attribute} {
		tf.step(r.values, other) in {null, ""}
	}
}

sources := {"source_arn", "source_account", "principal_org_id"}

findings contains result.with_detail(result.fail(r, "action", action, "wildcard-action"), "action") if {
	some r in tf.resources("aws_lambda_permission")
	action := r.values.action
	is_string(action)
	contains(action, "*")
}

needs_source("*")

needs_source(principal) if {
	some end in [".amazonaws.com", ".amazonaws.com.cn"]
	endswith(principal, end)
}

# Any skill of anyone is the same principal: the id of the skill tells them apart.
# https://developer.amazon.com/en-US/docs/alexa/custom-skills/host-a-custom-skill-as-an-aws-lambda-function.html
findings contains fact if {
	some r in tf.resources("aws_lambda_permission")
	endswith(r.values.principal, ".amazon.com")
	some fact in of_skill(r, tf.step(r.values, "event_source_token"))
}

of_skill(r, value) := [result.fail(r, "event_source_token", r.values.principal, "no-source")] if value in {null, ""}

of_skill(r, value) := [result.unknown(r, "event_source_token", value)] if judge.may_be_nothing(value)

# Alone, an ARN must say whose resource it is: by its account, or by the whole name of a bucket.
findings contains result.fail(r, "source_arn", arn, "no-source") if {
	some r in tf.resources("aws_lambda_permission")
	needs_source(r.values.principal)
	arn := r.values.source_arn
	is_string(arn)
	iam.is_pattern(arn)
	not bounds.has_owner(split(arn, ":"))
	every attribute in sources - {"source_arn"} {
		tf.step(r.values, attribute) in {null, ""}
	}
}
