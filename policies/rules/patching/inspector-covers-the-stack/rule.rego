# METADATA
# title: "Inspector scans what the stack runs"
# description: >-
#   An enabler that leaves out images, instances or functions leaves their known holes unseen. Judged against the
#   types in the same input; a stack without an enabler is judged where the account is set up.
# related_resources:
#   - ref: https://docs.aws.amazon.com/inspector/latest/user/scanning-resources.html
#     description: "What Inspector scans"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/inspector-controls.html#inspector-2
#     description: "Inspector.1, .2 and .4"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/inspector2_enabler
#     description: "aws_inspector2_enabler"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecr_repository
#     description: "aws_ecr_repository"
# custom:
#   severity: medium
#   domain: patching
#   resource_types: ["aws_inspector2_enabler", "aws_ecr_repository", "aws_instance", "aws_launch_template", "aws_lambda_function"]
#   obligations: [OBL-RISK-4, OBL-SDLC-12]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["Inspector.1", "Inspector.2", "Inspector.4"]
#     regula: []
#   expected: >-
#     resource_types holds ECR, EC2 and LAMBDA where the stack has such resources.
#   fix:
#     terraform: >-
#       resource_types = ["ECR", "EC2", "LAMBDA", "LAMBDA_CODE"]
#   since: "0.1.0"
package bulwark.rules.inspector_covers_the_stack

import data.bulwark.lib.inspector
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(result.fail(r, "resource_types", inspector.listed(r), "not-scanned"), kind) if {
	some r in inspector.enablers
	some kind in (needed(r) - inspector.together(r))
	not inspector.is_hidden_in_part(r)
}

findings contains result.unknown(r, "resource_types", value) if {
	some r in inspector.enablers
	some value in inspector.hidden(r)
}

# What the same input holds in the region must be scanned.
needed(r) := {kind |
	some type, kind in {
		"aws_ecr_repository": "ECR",
		"aws_instance": "EC2",
		"aws_launch_template": "EC2",
		"aws_lambda_function": "LAMBDA",
	}
	some held in tf.resources(type)
	tf.holds_for(r, held)
}
