# METADATA
# title: "A stuck update is noticed"
# description: >-
#   Without a timeout an execution stays IN_PROGRESS for ever: a device that died in the middle of an update never
#   counts as failed, and the abort criteria never see it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/jobs-configurations-details.html
#     description: "Job configurations"
#   - ref: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-jobtemplate.html
#     description: "AWS::IoT::JobTemplate"
# custom:
#   severity: medium
#   domain: patching
#   resource_types: ["AWS::IoT::JobTemplate"]
#   obligations: [OBL-SDLC-6, OBL-CONS-14]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     TimeoutConfig.InProgressTimeoutInMinutes is set.
#   fix:
#     terraform: >-
#       TimeoutConfig = { InProgressTimeoutInMinutes = 60 }
#   since: "0.1.0"
package bulwark.rules.iot_job_timeout

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.absent(r, path) if {
	some r in tf.resources("AWS::IoT::JobTemplate")
	is_null(minutes(r))
}

findings contains result.unknown(r, path, minutes(r)) if {
	some r in tf.resources("AWS::IoT::JobTemplate")
	judge.may_be_nothing(minutes(r))
}

minutes(r) := tf.dig(r.values, ["TimeoutConfig", "InProgressTimeoutInMinutes"])

path := "TimeoutConfig.InProgressTimeoutInMinutes"
