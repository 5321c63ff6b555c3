# METADATA
# title: "A roll-out has a speed limit"
# description: >-
#   Without a rate the job is offered to the whole fleet within minutes: there is no time to see it go wrong, and the
#   backend gets every device's download at once.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/jobs-configurations-details.html
#     description: "Job configurations"
#   - ref: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-jobtemplate.html
#     description: "AWS::IoT::JobTemplate"
# custom:
#   severity: medium
#   domain: patching
#   resource_types: ["AWS::IoT::JobTemplate"]
#   obligations: [OBL-SDLC-6, OBL-CONS-13]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     JobExecutionsRolloutConfig sets a maximum a minute, or an exponential rate.
#   fix:
#     terraform: >-
#       JobExecutionsRolloutConfig = { ExponentialRolloutRate = { BaseRatePerMinute = 10, IncrementFactor = 1.5,
#       RateIncreaseCriteria = { NumberOfSucceededThings = 50 } }, MaximumPerMinute = 500 }
#   since: "0.1.0"
package bulwark.rules.iot_job_rollout_rate

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.absent(r, path) if {
	some r in tf.resources("AWS::IoT::JobTemplate")
	config := tf.step(r.values, path)
	not tf.is_unknown(config)
	not has_rate(config)
}

findings contains result.unknown(r, path, config) if {
	some r in tf.resources("AWS::IoT::JobTemplate")
	config := tf.step(r.values, path)
	tf.is_unknown(config)
}

findings contains result.unknown(r, path, value) if {
	some r in tf.resources("AWS::IoT::JobTemplate")
	config := tf.step(r.values, path)
	every key in keys {
		is_open(tf.step(config, key))
	}
	some key in keys
	value := tf.step(config, key)
	tf.is_unknown(value)
}

is_open(null)

is_open(value) if judge.may_be_nothing(value)

keys := ["MaximumPerMinute", "ExponentialRolloutRate"]

path := "JobExecutionsRolloutConfig"

has_rate(config) if {
	some key in keys
	not is_null(tf.step(config, key))
}
