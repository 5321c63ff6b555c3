# METADATA
# title: "A hook decides who gets an identity"
# description: >-
#   Without a pre-provisioning hook every holder of a claim certificate, leaked ones included, registers as many
#   devices as it likes. The hook sees the serial number and can look it up before AWS IoT makes the thing. Hooks
#   exist for fleet provisioning, not for just-in-time provisioning.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/pre-provisioning-hook.html
#     description: "Pre-provisioning hooks"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iot_provisioning_template
#     description: "aws_iot_provisioning_template"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["aws_iot_provisioning_template"]
#   obligations: [OBL-IAM-5]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     pre_provisioning_hook names a function.
#   fix:
#     terraform: >-
#       pre_provisioning_hook { payload_version = "2020-04-01", target_arn = aws_lambda_function.NAME.arn }
#     construct: >-
#       FleetProvisioning brings its hook, which checks the serial number against DeviceRegistry.
#   since: "0.1.0"
package bulwark.rules.iot_provisioning_hook

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_iot_provisioning_template")
	not r.values.type == "JITP"
	some fact in judge.written(r, ["pre_provisioning_hook", "target_arn"])
}

findings contains result.not_applicable(r, "just-in-time") if {
	some r in tf.resources("aws_iot_provisioning_template")
	r.values.type == "JITP"
}

findings contains result.unknown(r, "pre_provisioning_hook", r.values.pre_provisioning_hook) if {
	some r in tf.resources("aws_iot_provisioning_template")
	tf.is_unknown(r.values.pre_provisioning_hook)
}
