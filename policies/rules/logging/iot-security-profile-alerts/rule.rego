# METADATA
# title: "A device that leaves its profile raises an alert"
# description: >-
#   Violations of a security profile without an alert target are a list in the console. A behaviour with
#   SuppressAlerts is watched and told to nobody.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot-device-defender/latest/devguide/detect-HowToHowTo.html
#     description: "Detect"
#   - ref: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-securityprofile.html
#     description: "AWS::IoT::SecurityProfile"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["AWS::IoT::SecurityProfile"]
#   obligations: [OBL-CONS-3, OBL-INC-1]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     AlertTargets names a topic, and no behaviour suppresses its alerts.
#   fix:
#     terraform: >-
#       AlertTargets = { SNS = { AlertTargetArn = TOPIC, RoleArn = ROLE } }, and no SuppressAlerts.
#   since: "0.1.0"
package bulwark.rules.iot_security_profile_alerts

import data.bulwark.lib.result
import data.bulwark.lib.tf

profiles := tf.resources("AWS::IoT::SecurityProfile")

findings contains result.unknown(r, "AlertTargets", targets) if {
	some r in profiles
	targets := tf.step(r.values, "AlertTargets")
	tf.is_unknown(targets)
}

findings contains result.absent(r, "AlertTargets") if {
	some r in profiles
	targets := tf.step(r.values, "AlertTargets")
	not tf.is_unknown(targets)
	count([name | some name, target in targets; not is_null(tf.step(target, "AlertTargetArn"))]) == 0
}

findings contains result.with_detail(result.fail(r, "Behaviors", name, "alerts-suppressed"), name) if {
	some r in profiles
	some behavior in tf.list(tf.step(r.values, "Behaviors"))
	tf.is_true(tf.step(behavior, "SuppressAlerts"))
	name := behavior.Name
}

findings contains result.unknown(r, "Behaviors", switch) if {
	some r in profiles
	some behavior in tf.list(tf.step(r.values, "Behaviors"))
	switch := tf.step(behavior, "SuppressAlerts")
	not tf.is_unknown(behavior)
	tf.is_unknown(switch)
}
