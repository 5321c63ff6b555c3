# METADATA
# title: "Mitigation actions do what they are there for"
# description: >-
#   An action is started when a device must be stopped; UNSET_VALUE, a group that cuts nobody off or a log level
#   that hides refusals leave everything as it was. A device in ten groups already cannot be added to another
#   unless the action may take it out of dynamic ones.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot-device-defender/latest/devguide/device-defender-mitigation-actions.html
#     description: "Mitigation actions"
#   - ref: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-mitigationaction.html
#     description: "AWS::IoT::MitigationAction"
# custom:
#   severity: medium
#   domain: resilience
#   resource_types: ["AWS::IoT::MitigationAction"]
#   obligations: [OBL-INC-2, OBL-CONS-4, OBL-RISK-5]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     ActionParams moves things to a group named for quarantine (out of dynamic groups if need be), deactivates a
#     certificate, puts a blank policy in place, enables logging at an accepted level, or publishes to SNS.
#   fix:
#     terraform: >-
#       ActionParams = { AddThingsToThingGroupParams = { ThingGroupNames = ["quarantine"], OverrideDynamicGroups =
#       true } }
#   since: "0.1.0"
package bulwark.rules.iot_mitigation_effective

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

actions := tf.resources("AWS::IoT::MitigationAction")

kinds := [
	"AddThingsToThingGroupParams", "EnableIoTLoggingParams", "PublishFindingToSnsParams",
	"ReplaceDefaultPolicyVersionParams", "UpdateCACertificateParams", "UpdateDeviceCertificateParams",
]

findings contains result.unknown(r, "ActionParams", params) if {
	some r in actions
	params := tf.step(r.values, "ActionParams")
	tf.is_unknown(params)
}

findings contains result.absent(r, "ActionParams") if {
	some r in actions
	params := tf.step(r.values, "ActionParams")
	not tf.is_unknown(params)
	count([kind | some kind in kinds; not is_null(tf.step(params, kind))]) == 0
}

# What each kind must say; AWS itself asks for a topic.
settings := {
	"EnableIoTLoggingParams": {"LogLevel": {level | some level in data.baseline.logging.iotLevels}},
	"ReplaceDefaultPolicyVersionParams": {"TemplateName": {"BLANK_POLICY"}},
	"UpdateCACertificateParams": {"Action": {"DEACTIVATE"}},
	"UpdateDeviceCertificateParams": {"Action": {"DEACTIVATE"}},
	"AddThingsToThingGroupParams": {"OverrideDynamicGroups": {true, "true"}},
}

findings contains result.with_detail(fact, key) if {
	some r in actions
	params := tf.step(r.values, "ActionParams")
	not tf.is_unknown(params)
	some kind, wanted in settings
	not is_null(tf.step(params, kind))
	some key, allowed in wanted
	some fact in judge.one_of(r, ["ActionParams", kind, key], allowed, null)
}

findings contains result.with_detail(fact, "ThingGroupNames") if {
	some r in actions
	given := tf.dig(r.values, groups)
	not is_null(given)
	not tf.is_unknown(tf.dig(r.values, ["ActionParams", "AddThingsToThingGroupParams"]))
	names := tf.list(given)
	count([name | some name in names; cuts_off(name)]) == 0
	fact := verdict(r, names)
}

groups := ["ActionParams", "AddThingsToThingGroupParams", "ThingGroupNames"]

# What a group is for is in its name, as iot-quarantine-group has it; that rule asks what the group does.
cuts_off(name) if contains(lower(tf.text(name)), "quarantine")

cuts_off(name) if {
	some called in names_of(name)
	contains(lower(called), "quarantine")
}

# The names of the groups that a reference leads to.
names_of(name) := {tf.text(called) |
	tf.is_unknown(name)
	some type, attribute in {"aws_iot_thing_group": "name", "AWS::IoT::ThingGroup": "ThingGroupName"}
	some group in tf.resources(type)
	tf.points_to(name, group)
	called := tf.step(group.values, attribute)
}

verdict(r, names) := result.fail(r, concat(".", groups), names, "not-a-quarantine") if not has_open(names)

verdict(r, names) := result.unknown(r, concat(".", groups), [name | some name in names; is_open(name)][0]) if has_open(names)

has_open(names) if {
	some name in names
	is_open(name)
}

is_open(name) if {
	tf.is_unknown(name)
	count(names_of(name)) == 0
}
