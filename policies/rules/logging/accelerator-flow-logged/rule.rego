# METADATA
# title: "Accelerators leave a trace of the traffic they pass"
# description: >-
#   Behind an accelerator the flow logs of the VPC show the addresses of AWS; only its own flow logs show who
#   called.
# related_resources:
#   - ref: https://docs.aws.amazon.com/global-accelerator/latest/dg/monitoring-global-accelerator.flow-logs.html
#     description: "Flow logs of Global Accelerator"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/globalaccelerator_accelerator
#     description: "aws_globalaccelerator_accelerator"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/globalaccelerator_custom_routing_accelerator
#     description: "aws_globalaccelerator_custom_routing_accelerator"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["aws_globalaccelerator_accelerator", "aws_globalaccelerator_custom_routing_accelerator"]
#   obligations: [OBL-CONS-5]
#   equivalents:
#     checkov: ["CKV_AWS_75"]
#     trivy: []
#     kics: ["96e8183b-e985-457b-90cd-61c0503a3369"]
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     attributes.flow_logs_enabled is true.
#   fix:
#     terraform: >-
#       attributes { flow_logs_enabled = true, flow_logs_s3_bucket = ..., flow_logs_s3_prefix = ... }
#   since: "0.1.0"
package bulwark.rules.accelerator_flow_logged

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some type, switch in switches
	some r in tf.resources(type)
	some fact in judge.enabled(r, switch.path, switch.absent)
}

# Off when nobody wrote it.
switches := {
	"aws_globalaccelerator_accelerator": {"path": ["attributes", "flow_logs_enabled"], "absent": false},
	"aws_globalaccelerator_custom_routing_accelerator": {"path": ["attributes", "flow_logs_enabled"], "absent": false},
}
