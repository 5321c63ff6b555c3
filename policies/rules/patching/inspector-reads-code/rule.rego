# METADATA
# title: "Inspector reads the code of functions"
# description: >-
#   LAMBDA looks for known holes in the libraries of a function; LAMBDA_CODE reads the function's own code, where no
#   list of known holes helps, and finds injections, written secrets and weak cryptography. Not every region has it:
#   where yours has not, waive this.
# related_resources:
#   - ref: https://docs.aws.amazon.com/inspector/latest/user/scanning-lambda.html
#     description: "Standard scans and scans of the code"
#   - ref: https://docs.aws.amazon.com/inspector/latest/user/inspector_regions.html
#     description: "Regions that have them"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/inspector-controls.html#inspector-3
#     description: "Inspector.3"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/inspector2_enabler
#     description: "aws_inspector2_enabler"
# custom:
#   severity: low
#   domain: patching
#   resource_types: ["aws_inspector2_enabler"]
#   obligations: [OBL-RISK-4, OBL-SDLC-12]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["Inspector.3"]
#     regula: []
#   expected: >-
#     resource_types holds LAMBDA_CODE beside LAMBDA where the stack has functions.
#   fix:
#     terraform: >-
#       resource_types = ["ECR", "EC2", "LAMBDA", "LAMBDA_CODE"]
#     construct: >-
#       VulnerabilityScan sets it.
#   since: "0.1.0"
package bulwark.rules.inspector_reads_code

import data.bulwark.lib.inspector
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.fail(r, "resource_types", inspector.listed(r), "code-not-read") if {
	some r in unread
	"LAMBDA" in inspector.listed(r)
	not inspector.is_hidden_in_part(r)
}

findings contains result.unknown(r, "resource_types", value) if {
	some r in unread
	some value in inspector.hidden(r)
}

# That nothing looks at the functions at all is told by inspector-covers-the-stack.
findings contains result.not_applicable(r, "functions-not-scanned") if {
	some r in unread
	count(inspector.together(r) & {"LAMBDA"}) == 0
	not inspector.is_hidden_in_part(r)
}

unread := [r |
	some r in inspector.enablers
	count([held | some held in tf.resources("aws_lambda_function"); tf.holds_for(r, held)]) > 0
	count(inspector.together(r) & {"LAMBDA_CODE"}) == 0
]
