# METADATA
# title: "A security profile says what is normal, and for whom"
# description: >-
#   A profile without behaviours, with behaviours that have no criteria, or attached to nothing alerts about
#   nothing. Device Defender Detect is closed to new customers: service-lifecycle-open says so beside this rule.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot-device-defender/latest/devguide/detect-HowToHowTo.html
#     description: "Detect"
#   - ref: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-securityprofile.html
#     description: "AWS::IoT::SecurityProfile"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["AWS::IoT::SecurityProfile"]
#   obligations: [OBL-CONS-2, OBL-CONS-3]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     Behaviors is not empty, each behaviour has Criteria, and TargetArns names what the profile is attached to.
#   fix:
#     terraform: >-
#       Behaviors = [{ Name, Metric, Criteria = { ComparisonOperator, Value, DurationSeconds } }] and TargetArns =
#       [GROUP or ".../all/things"].
#   since: "0.1.0"
package bulwark.rules.iot_security_profile_behaviors

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

profiles := tf.resources("AWS::IoT::SecurityProfile")

findings contains result.with_detail(result.absent(r, key), key) if {
	some r in profiles
	some key in ["Behaviors", "TargetArns"]
	count(tf.list(tf.step(r.values, key))) == 0
}

findings contains result.unknown(r, key, value) if {
	some r in profiles
	some key in ["Behaviors", "TargetArns"]
	value := object.get(r.values, key, null)
	tf.is_unknown(value)
}

findings contains result.unknown(r, "", r.values) if {
	some r in profiles
	tf.is_unknown(r.values)
}

findings contains result.with_detail(fact, behavior.Name) if {
	some r in profiles
	some behavior in tf.list(tf.step(r.values, "Behaviors"))
	not tf.is_unknown(behavior)
	some fact in judge.value_known_written(r, "Behaviors.Criteria", tf.step(behavior, "Criteria"))
}
