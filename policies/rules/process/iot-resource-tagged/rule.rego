# METADATA
# title: "What decides over devices says whose it is"
# description: >-
#   Policies, role aliases, authorizers and what acts on devices in an incident are shared by a whole account.
#   Tags say which product and team they belong to, so that a finding reaches somebody and a recall finds
#   everything.
# related_resources:
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/iot-controls.html
#     description: "Security Hub controls for AWS IoT"
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/tagging-iot.html
#     description: "Tagging AWS IoT resources"
# custom:
#   severity: low
#   domain: process
#   resource_types: ["AWS::IoT::CustomMetric", "AWS::IoT::Dimension", "AWS::IoT::MitigationAction", "AWS::IoT::SecurityProfile", "AWS::IoT::SoftwarePackage", "aws_iot_authorizer", "aws_iot_policy", "aws_iot_role_alias"]
#   obligations: [OBL-PEN-1, OBL-INC-1]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: [IoT.1, IoT.2, IoT.3, IoT.4, IoT.5, IoT.6]
#     regula: []
#   expected: >-
#     At least one tag that AWS did not set, on the resource or by the provider's default_tags.
#   fix:
#     terraform: >-
#       tags = { "bulwark:product" = PRODUCT }; in a type reached by Cloud Control, Tags = [{ Key, Value }], since
#       default_tags do not reach it.
#     construct: >-
#       Every construct tags what it makes.
#   since: "0.1.0"
package bulwark.rules.iot_resource_tagged

import data.bulwark.lib.iot
import data.bulwark.lib.result
import data.bulwark.lib.tf

native := ["aws_iot_authorizer", "aws_iot_policy", "aws_iot_role_alias"]

through_cloud_control := [
	"AWS::IoT::CustomMetric", "AWS::IoT::Dimension", "AWS::IoT::MitigationAction",
	"AWS::IoT::SecurityProfile", "AWS::IoT::SoftwarePackage",
]

findings contains fact if {
	some type in native
	some r in tf.resources(type)
	not iot.is_made_at_provisioning(r)
	count(own_tags(r)) == 0
	fact := verdict(r, "tags", object.get(r.values, "tags", null))
}

findings contains result.not_applicable(r, "made-at-provisioning") if {
	some r in iot.policies
	iot.is_made_at_provisioning(r)
}

findings contains fact if {
	some type in through_cloud_control
	some r in tf.resources(type)
	given := tf.step({"all": r.values}, "all")
	value := tags_of(given)
	count(keys(value)) == 0
	fact := verdict(r, "Tags", value)
}

verdict(r, path, value) := result.unknown(r, path, value) if tf.is_unknown(value)

verdict(r, path, value) := result.absent(r, path) if not tf.is_unknown(value)

own_tags(r) := {key |
	some attribute in ["tags", "tags_all"]
	given := object.get(r.values, attribute, null)
	is_object(given)
	not tf.is_unknown(given)
	some key, _ in given
	not startswith(key, "aws:")
}

# All values may be unknown at once.
tags_of(values) := values if tf.is_unknown(values)

tags_of(values) := object.get(values, "Tags", null) if not tf.is_unknown(values)

# SoftwarePackage has had its tags as a map, the others as a list of pairs.
keys(value) := {key |
	some tag in value
	key := tag.Key
	not startswith(key, "aws:")
} if {
	is_array(value)
}

keys(value) := {key |
	some key, _ in value
	not startswith(key, "aws:")
} if {
	is_object(value)
	not tf.is_unknown(value)
}

keys(value) := set() if {
	not is_array(value)
	not is_object(value)
}

keys(value) := set() if tf.is_unknown(value)
